import { fileHandler } from "@/lib/http/file-handler";
import { otherMethods } from "@/lib/http/other-methods";
import { MediaParams, pictureByHash } from "@/lib/library/media";

export const GET = fileHandler(MediaParams, pictureByHash);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

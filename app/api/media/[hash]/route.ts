import { fileHandler } from "@/lib/http/file-handler";
import { MediaParams, pictureByHash } from "@/lib/library/media";

export const GET = fileHandler(MediaParams, pictureByHash);

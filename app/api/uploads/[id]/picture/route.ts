import { fileHandler } from "@/lib/http/file-handler";
import { otherMethods } from "@/lib/http/other-methods";
import { PreviewedPicture, previewedPicture } from "@/lib/library/uploads/preview";

export const GET = fileHandler(PreviewedPicture, previewedPicture);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

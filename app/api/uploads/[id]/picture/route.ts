import { fileHandler } from "@/lib/http/file-handler";
import { PreviewedPicture, previewedPicture } from "@/lib/library/uploads/preview";

export const GET = fileHandler(PreviewedPicture, previewedPicture);

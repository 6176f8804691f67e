import { fileHandler } from "@/lib/http/file-handler";
import { PreviewedPicture, previewedPicture } from "@/lib/study/uploads/preview";

export const GET = fileHandler(PreviewedPicture, previewedPicture);

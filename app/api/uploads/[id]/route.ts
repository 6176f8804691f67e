import { handler } from "@/lib/http/handler";
import { UploadId } from "@/lib/study/uploads/uploads";
import { uploadPreview } from "@/lib/study/uploads/preview";

export const GET = handler(UploadId, uploadPreview);

import { handler } from "@/lib/http/handler";
import { UploadId } from "@/lib/library/uploads/uploads";
import { uploadPreview } from "@/lib/library/uploads/preview";

export const GET = handler(UploadId, uploadPreview);

import { handler } from "@/lib/http/handler";
import { confirmUpload, UploadId } from "@/lib/library/uploads/uploads";

export const POST = handler(UploadId, confirmUpload);

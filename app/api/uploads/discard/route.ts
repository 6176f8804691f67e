import { handler } from "@/lib/http/handler";
import { discardUpload, UploadId } from "@/lib/library/uploads/uploads";

export const POST = handler(UploadId, discardUpload);

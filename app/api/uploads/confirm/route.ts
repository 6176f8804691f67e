import { handler } from "@/lib/http/handler";
import { confirmUpload, UploadId } from "@/lib/study/uploads/uploads";

export const POST = handler(UploadId, confirmUpload);

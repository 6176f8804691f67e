import { handler } from "@/lib/http/handler";
import { UploadId, uploadState } from "@/lib/study/uploads/uploads";

export const GET = handler(UploadId, uploadState);

import { handler } from "@/lib/http/handler";
import { UploadId, uploadState } from "@/lib/library/uploads/uploads";

export const GET = handler(UploadId, uploadState);

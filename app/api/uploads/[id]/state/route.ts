import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { UploadId, uploadState } from "@/lib/library/uploads/uploads";

export const GET = handler(UploadId, uploadState);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

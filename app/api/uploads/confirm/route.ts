import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { confirmUpload, UploadId } from "@/lib/library/uploads/uploads";

export const POST = handler(UploadId, confirmUpload);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

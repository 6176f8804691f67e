import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { discardUpload, UploadId } from "@/lib/library/uploads/uploads";

export const POST = handler(UploadId, discardUpload);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { UploadId } from "@/lib/library/uploads/uploads";
import { uploadPreview } from "@/lib/library/uploads/preview";

export const GET = handler(UploadId, uploadPreview);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

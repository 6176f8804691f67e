import { bytesHandler } from "@/lib/http/bytes-handler";
import { otherMethods } from "@/lib/http/other-methods";
import { receiveFile, UploadedFile } from "@/lib/library/uploads/uploads";

export const PUT = bytesHandler(UploadedFile, receiveFile);
export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods("PUT");

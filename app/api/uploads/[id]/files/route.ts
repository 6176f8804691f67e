import { bytesHandler } from "@/lib/http/bytes-handler";
import { receiveFile, UploadedFile } from "@/lib/library/uploads/uploads";

export const PUT = bytesHandler(UploadedFile, receiveFile);

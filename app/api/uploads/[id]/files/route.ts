import { bytesHandler } from "@/lib/http/bytes-handler";
import { receiveFile, UploadedFile } from "@/lib/study/uploads/uploads";

export const PUT = bytesHandler(UploadedFile, receiveFile);

import { fileHandler } from "@/lib/http/file-handler";
import { otherMethods } from "@/lib/http/other-methods";
import { documentFile, DocumentId } from "@/lib/library/documents";

export const GET = fileHandler(DocumentId, documentFile);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

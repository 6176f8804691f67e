import { fileHandler } from "@/lib/http/file-handler";
import { documentFile, DocumentId } from "@/lib/library/documents";

export const GET = fileHandler(DocumentId, documentFile);

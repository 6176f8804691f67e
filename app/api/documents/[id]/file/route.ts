import { fileHandler } from "@/lib/http/file-handler";
import { documentFile, DocumentId } from "@/lib/study/documents";

export const GET = fileHandler(DocumentId, documentFile);

import { handler } from "@/lib/http/handler";
import { DocumentId, restoreDocument } from "@/lib/library/documents";

export const POST = handler(DocumentId, restoreDocument);

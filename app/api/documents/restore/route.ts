import { handler } from "@/lib/http/handler";
import { DocumentId, restoreDocument } from "@/lib/study/documents";

export const POST = handler(DocumentId, restoreDocument);

import { handler } from "@/lib/http/handler";
import { DocumentId, putAwayDocument } from "@/lib/library/documents";

export const POST = handler(DocumentId, putAwayDocument);

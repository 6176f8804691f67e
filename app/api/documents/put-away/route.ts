import { handler } from "@/lib/http/handler";
import { DocumentId, putAwayDocument } from "@/lib/study/documents";

export const POST = handler(DocumentId, putAwayDocument);

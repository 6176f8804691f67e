import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { DocumentId, putAwayDocument } from "@/lib/library/documents";

export const POST = handler(DocumentId, putAwayDocument);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

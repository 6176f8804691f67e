import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { DocumentId, restoreDocument } from "@/lib/library/documents";

export const POST = handler(DocumentId, restoreDocument);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

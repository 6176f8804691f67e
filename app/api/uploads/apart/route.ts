import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { DocumentApart, takeApart } from "@/lib/library/uploads/preview";

export const POST = handler(DocumentApart, takeApart);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

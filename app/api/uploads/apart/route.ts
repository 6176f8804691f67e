import { handler } from "@/lib/http/handler";
import { DocumentApart, takeApart } from "@/lib/library/uploads/preview";

export const POST = handler(DocumentApart, takeApart);

import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { UndoBody, undoReview } from "@/lib/study/reviews/undo-review";

export const POST = handler(UndoBody, undoReview);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

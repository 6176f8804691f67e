import { handler } from "@/lib/http/handler";
import { UndoBody, undoReview } from "@/lib/study/reviews/undo-review";

export const POST = handler(UndoBody, undoReview);

import { handler } from "@/lib/http/handler";
import { ActionsBody, takeActions } from "@/lib/study/reviews/take-actions";

export const POST = handler(ActionsBody, takeActions);

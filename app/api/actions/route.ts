import { handler } from "@/lib/http/handler";
import { ActionsBody, takeActions } from "@/lib/study/take-actions";

export const POST = handler(ActionsBody, takeActions);

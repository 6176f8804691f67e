import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { ActionsBody, takeActions } from "@/lib/study/reviews/take-actions";

export const POST = handler(ActionsBody, takeActions);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

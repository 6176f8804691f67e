import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { questionById, QuestionParams } from "@/lib/study/questions";

export const GET = handler(QuestionParams, questionById);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

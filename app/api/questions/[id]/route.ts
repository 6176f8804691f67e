import { handler } from "@/lib/http/handler";
import { questionById, QuestionParams } from "@/lib/study/questions";

export const GET = handler(QuestionParams, questionById);

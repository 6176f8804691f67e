import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { questionList, QuestionsQuery } from "@/lib/study/questions";

export const GET = handler(QuestionsQuery, questionList);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

import { handler } from "@/lib/http/handler";
import { questionList, QuestionsQuery } from "@/lib/study/questions";

export const GET = handler(QuestionsQuery, questionList);

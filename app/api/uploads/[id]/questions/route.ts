import { handler } from "@/lib/http/handler";
import { PreviewedQuestions, previewedQuestions } from "@/lib/library/uploads/preview";

export const GET = handler(PreviewedQuestions, previewedQuestions);

import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { PreviewedQuestions, previewedQuestions } from "@/lib/library/uploads/preview";

export const GET = handler(PreviewedQuestions, previewedQuestions);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

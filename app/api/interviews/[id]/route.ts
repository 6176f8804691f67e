import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import {
  deleteInterview,
  InterviewInput,
  InterviewNamed,
  putInterview,
} from "@/lib/study/interviews";

export const PUT = handler(InterviewInput, putInterview);
export const DELETE = handler(InterviewNamed, deleteInterview);
export const { GET, POST, PATCH, OPTIONS } = otherMethods("PUT", "DELETE");

import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { SessionQuery, studySession } from "@/lib/study/session";

export const GET = handler(SessionQuery, studySession);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

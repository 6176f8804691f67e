import { handler } from "@/lib/http/handler";
import { SessionQuery, studySession } from "@/lib/study/session";

export const GET = handler(SessionQuery, studySession);

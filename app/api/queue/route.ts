import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { QueueQuery, studyQueue } from "@/lib/study/study-queue";

export const GET = handler(QueueQuery, studyQueue);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

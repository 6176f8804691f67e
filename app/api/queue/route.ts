import { handler } from "@/lib/http/handler";
import { QueueQuery, studyQueue } from "@/lib/study/study-queue";

export const GET = handler(QueueQuery, studyQueue);

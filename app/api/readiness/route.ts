import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { readiness, ReadinessQuery } from "@/lib/study/readiness";

export const GET = handler(ReadinessQuery, readiness);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { plan, PlanQuery } from "@/lib/study/plan";

export const GET = handler(PlanQuery, plan);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

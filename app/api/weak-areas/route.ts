import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { weakAreasTold } from "@/lib/study/weak-areas";
import { NoInput } from "@/lib/use-case/health";

export const GET = handler(NoInput, weakAreasTold);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { interviews } from "@/lib/study/interviews";
import { NoInput } from "@/lib/use-case/health";

export const GET = handler(NoInput, interviews);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { health, NoInput } from "@/lib/use-case/health";

export const GET = handler(NoInput, health);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

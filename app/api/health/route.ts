import { handler } from "@/lib/http/handler";
import { health, NoInput } from "@/lib/use-case/health";

export const GET = handler(NoInput, health);

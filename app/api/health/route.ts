import { handler } from "@/lib/http/handler";
import { health, NoInput } from "@/lib/study/health";

export const GET = handler(NoInput, health);

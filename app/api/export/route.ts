import { handler } from "@/lib/http/handler";
import { exportEverything } from "@/lib/study/export-everything";
import { NoInput } from "@/lib/use-case/health";

export const GET = handler(NoInput, exportEverything);

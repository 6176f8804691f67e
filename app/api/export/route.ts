import { handler } from "@/lib/http/handler";
import { exportEverything } from "@/lib/study/export-everything";
import { NoInput } from "@/lib/study/health";

export const GET = handler(NoInput, exportEverything);

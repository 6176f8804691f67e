import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { exportEverything } from "@/lib/study/export-everything";
import { NoInput } from "@/lib/use-case/health";

export const GET = handler(NoInput, exportEverything);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

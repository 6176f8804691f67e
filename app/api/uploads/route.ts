import { handler } from "@/lib/http/handler";
import { NoInput } from "@/lib/use-case/health";
import { beginUpload } from "@/lib/library/uploads/uploads";

export const POST = handler(NoInput, beginUpload);

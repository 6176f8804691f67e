import { handler } from "@/lib/http/handler";
import { NoInput } from "@/lib/study/health";
import { beginUpload } from "@/lib/study/uploads/uploads";

export const POST = handler(NoInput, beginUpload);

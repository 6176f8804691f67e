import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { NoInput } from "@/lib/use-case/health";
import { beginUpload } from "@/lib/library/uploads/uploads";

export const POST = handler(NoInput, beginUpload);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

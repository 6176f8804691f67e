import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { search, SearchInput } from "@/lib/study/search";

export const GET = handler(SearchInput, search);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

import { handler } from "@/lib/http/handler";
import { otherMethods } from "@/lib/http/other-methods";
import { recordReviews, ReviewsBody } from "@/lib/study/reviews/record-reviews";

export const POST = handler(ReviewsBody, recordReviews);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

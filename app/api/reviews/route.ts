import { handler } from "@/lib/http/handler";
import { recordReviews, ReviewsBody } from "@/lib/study/reviews/record-reviews";

export const POST = handler(ReviewsBody, recordReviews);

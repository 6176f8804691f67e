import { RATING_NAMES } from "@/lib/domain/rating";
import { spokenInterval, spokenMoment } from "@/lib/domain/spoken-time";
import { recallPercent } from "@/lib/domain/topic";
import type { ReviewView } from "@/lib/wire/questions";
import styles from "./browse.module.css";

/** The reviews of a question, newest first. */
export function ReviewList({ reviews, zone }: { reviews: ReviewView[]; zone: string }) {
  return (
    <section aria-labelledby="reviews">
      <h2 id="reviews">Reviews</h2>
      <table className={styles.reviews} aria-labelledby="reviews">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Grade</th>
            <th scope="col">Due again in</th>
            <th scope="col">Predicted recall</th>
          </tr>
        </thead>
        <tbody>
          {reviews.map((review) => (
            <tr key={review.id} data-undone={review.undone}>
              <td>{spokenMoment(review.at, zone)}</td>
              <td>{gradeText(review)}</td>
              <td>{review.intervalDays === null ? "–" : spokenInterval(review.intervalDays)}</td>
              <td>{recallText(review.predictedRecall)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function gradeText({ rating, mode, counts, undone }: ReviewView): string {
  const name = RATING_NAMES[rating];
  if (undone) return `${name}, taken back`;
  if (mode === "mock") return `${name}, in a mock interview`;
  return counts ? name : `${name}, for practice`;
}

/** FSRS says nothing of recall within a day: there it is 1 by definition. */
function recallText(recall: number | null): string {
  if (recall === null) return "first time";
  return recall === 1 ? "same day" : `${recallPercent(recall)}\u00a0%`;
}

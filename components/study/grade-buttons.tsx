"use client";

import { type PerRating, type Rating, RATING_NAMES, RATINGS } from "@/lib/domain/rating";
import { spokenInterval } from "@/lib/domain/spoken-time";
import styles from "./grade-buttons.module.css";

type Props = {
  intervals: PerRating<number>;
  /** What the marks speak for; null for nothing, and then Good is marked. */
  proposed: Rating | null;
  onGrade: (rating: Rating) => void;
};

/** The four grades, each with the interval that it gives. */
export function GradeButtons({ intervals, proposed, onGrade }: Props) {
  const days = { 1: intervals.again, 2: intervals.hard, 3: intervals.good, 4: intervals.easy };
  return (
    <div className={styles.grades} role="group" aria-label="How well did you recall it?">
      {RATINGS.map((rating) => (
        <button
          key={rating}
          type="button"
          className={styles.grade}
          data-rating={rating}
          data-marked={rating === (proposed ?? 3) || undefined}
          aria-keyshortcuts={String(rating)}
          onClick={() => onGrade(rating)}
        >
          <span className={styles.word}>{RATING_NAMES[rating]}</span>{" "}
          <span className={styles.interval}>{spokenInterval(days[rating])}</span>{" "}
          {rating === proposed && <span className="visually-hidden">proposed</span>}
          <kbd aria-hidden="true">{rating}</kbd>
        </button>
      ))}
    </div>
  );
}

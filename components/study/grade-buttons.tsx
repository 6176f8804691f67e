"use client";

import { type PerRating, type Rating, RATING_NAMES, RATINGS } from "@/lib/domain/rating";
import { spokenInterval } from "@/lib/domain/spoken-time";
import styles from "./grade-buttons.module.css";

type Props = {
  /** Null in practice: no grade gives any. */
  intervals: PerRating<number> | null;
  /** What the marks speak for; null for nothing, and then Good is marked. */
  proposed: Rating | null;
  onGrade: (rating: Rating) => void;
};

/** The four grades, each with the interval that it gives, if it gives one. */
export function GradeButtons({ intervals, proposed, onGrade }: Props) {
  const { again = 0, hard = 0, good = 0, easy = 0 } = intervals ?? {};
  const days = { 1: again, 2: hard, 3: good, 4: easy };
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
          {intervals && (
            <span className={`${styles.interval} hidden-when-low`}>
              {spokenInterval(days[rating])}
            </span>
          )}{" "}
          {rating === proposed && <span className="visually-hidden">proposed</span>}
          <kbd aria-hidden="true" className="hidden-when-low">
            {rating}
          </kbd>
        </button>
      ))}
    </div>
  );
}

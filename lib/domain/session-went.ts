import type { Rating } from "./rating";

/** A grade given in a session, with the points that were missed or said wrongly, if any were marked. */
export type GradeGiven = {
  questionId: string;
  prompt: string;
  rating: Rating;
  missed: readonly string[];
};

/** A question that was not recalled, or not all of it. */
export type MissedQuestion = {
  questionId: string;
  prompt: string;
  /** Whether it was graded Again. */
  slipped: boolean;
  points: string[];
};

/** How a session went. */
export type Went = {
  answered: number;
  /** How often each grade was given. */
  given: { rating: Rating; times: number }[];
  /** In the order of the session, each question once. */
  missed: MissedQuestion[];
};

/** What the grades of a session add up to. */
export function howItWent(grades: readonly GradeGiven[]): Went {
  const times = new Map<Rating, number>();
  const missed = new Map<string, MissedQuestion>();
  for (const { questionId, prompt, rating, missed: points } of grades) {
    times.set(rating, (times.get(rating) ?? 0) + 1);
    const slipped = rating === 1;
    if (!slipped && points.length === 0) continue;
    const before = missed.get(questionId) ?? { questionId, prompt, slipped: false, points: [] };
    missed.set(questionId, {
      ...before,
      slipped: before.slipped || slipped,
      points: [...new Set([...before.points, ...points])],
    });
  }
  return {
    answered: grades.length,
    given: [...times]
      .map(([rating, count]) => ({ rating, times: count }))
      .toSorted((a, b) => a.rating - b.rating),
    missed: [...missed.values()],
  };
}

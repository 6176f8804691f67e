import { counted } from "./counted";
import type { PointCount } from "./point-recall";
import { pointsToGive } from "./readiness";
import type { TopicFigures } from "./topic";

/** On fewer reviews with their points ticked nothing is said of how many would come. */
const ENOUGH = 10;

/** How many of the points of all questions that matter would be given, with what that rests on. */
export function pointsText(
  figures: Pick<TopicFigures, "points" | "pointReviews" | "weighed">,
): string {
  const { pointReviews } = figures;
  if (pointReviews < ENOUGH)
    return `How many of your answers' points you would give can't be said yet: you have ticked them in ${pointReviews} of ${ENOUGH} reviews.`;
  const { expected, of } = pointsToGive(figures);
  return `You would give about ${Math.round(expected)} of ${counted(of, "key point")}, by your ticks in ${counted(pointReviews, "review")}.`;
}

/** The same of one question when it is asked; and which of its points is lost most, where one stands out. */
export function pointsOfQuestionText({
  expected,
  of,
  lost,
}: PointCount & { lost: string | null }): string {
  const about = `You would give about ${Math.round(expected)} of its ${counted(of, "point")}`;
  return lost === null ? `${about}.` : `${about}; the one you lose: \u201c${lost}\u201d.`;
}

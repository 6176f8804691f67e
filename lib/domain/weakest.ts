import { firstOf, firstOfSorted } from "./first-of";
import { type Moment, rememberedAt } from "./remembered";
import { compareTexts, type Group, type Standing } from "./standing";
import { MOST_ASKED } from "./waiting";

/**
 * Seen questions, due or not, up to `limit`, those that would be recalled worst first; of those graded
 * on the study day already only the steps that are due.
 */
export function weakestIn(groups: readonly Group[], moment: Moment, limit: number): Standing[] {
  const lists = groups.map((group) => weakest(group, moment));
  return firstOfSorted(lists, limit, byForgotten(moment.studyDay));
}

const weakest = rememberedAt((group, moment) =>
  firstOf(
    group.filter((standing) => isSought(standing, moment)),
    MOST_ASKED,
    byForgotten(moment.studyDay),
  ),
);

function isSought(standing: Standing, { now, studyDay }: Moment): boolean {
  const { suspended, buriedUntil } = standing;
  if (standing.state === "new" || suspended || (buriedUntil && buriedUntil > now)) return false;
  const { state, dueAt, lastStudyDay } = standing;
  return lastStudyDay < studyDay || (state !== "review" && dueAt <= now);
}

/** Recall falls as days / stability grows, so that is the order. */
function byForgotten(studyDay: number) {
  const forgotten = (standing: Standing) =>
    standing.state === "new" ? 0 : (studyDay - standing.lastStudyDay) / standing.stability;
  return (a: Standing, b: Standing) => forgotten(b) - forgotten(a) || compareTexts(a.id, b.id);
}

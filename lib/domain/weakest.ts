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

/**
 * Whether a question can be studied before it is due: one that was seen, is not put away, and was not
 * graded on the study day but for a step that is due.
 */
export function isSought(standing: Standing, { now, studyDay }: Moment): boolean {
  if (standing.state === "new" || isPutAway(standing, now)) return false;
  const { state, dueAt, lastStudyDay } = standing;
  return lastStudyDay < studyDay || (state !== "review" && dueAt <= now);
}

/** Whether a learner put a question away, for good or until a later day. */
export function isPutAway({ suspended, buriedUntil }: Standing, now: Date): boolean {
  return suspended || (buriedUntil !== null && buriedUntil > now);
}

/** Recall falls as days / stability grows, so that is the order. */
export function byForgotten(studyDay: number) {
  const forgotten = (standing: Standing) =>
    standing.state === "new" ? 0 : (studyDay - standing.lastStudyDay) / standing.stability;
  return (a: Standing, b: Standing) => forgotten(b) - forgotten(a) || compareTexts(a.id, b.id);
}

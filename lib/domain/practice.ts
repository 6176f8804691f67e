import { firstOf } from "./first-of";
import type { QueueCounts } from "./queue";
import type { Moment } from "./remembered";
import type { Group, Standing } from "./standing";
import { byDocument } from "./waiting";
import { byForgotten, isPutAway } from "./weakest";

/** Which questions are practised. */
export type Sought = {
  /** Those that were asked for, in whatever state they are; null for all that are not put away. */
  named: ReadonlySet<string> | null;
  /** Those answered in this practice already. */
  answered: ReadonlySet<string>;
};

/**
 * The questions to practise, up to `limit`: those that would be recalled least first, those never seen
 * last. `counts` are of all of them.
 */
export function practiceIn(
  groups: readonly Group[],
  sought: Sought,
  moment: Pick<Moment, "now" | "studyDay">,
  limit: number,
): { order: Standing[]; counts: QueueCounts } {
  const found = groups.flatMap((group) =>
    group.filter((standing) => isSought(standing, sought, moment.now)),
  );
  const counts = { new: 0, learning: 0, review: 0 };
  for (const { state } of found) counts[state === "relearning" ? "learning" : state] += 1;
  const forgotten = byForgotten(moment.studyDay);
  const order = (a: Standing, b: Standing) => {
    const isNew = Number(a.state === "new");
    const seenFirst = isNew - Number(b.state === "new");
    return seenFirst || (isNew === 1 ? byDocument(a, b) : forgotten(a, b));
  };
  return { order: firstOf(found, limit, order), counts };
}

function isSought(standing: Standing, { named, answered }: Sought, now: Date): boolean {
  if (answered.has(standing.id)) return false;
  return named ? named.has(standing.id) : !isPutAway(standing, now);
}

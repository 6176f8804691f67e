import { firstOf, firstOfSorted } from "./first-of";
import { type Moment, rememberedAt } from "./remembered";
import type { Group, Standing } from "./standing";
import { byDue, MOST_ASKED } from "./waiting";
import { isPutAway, isSought } from "./weakest";

/** Seen questions, up to `limit`, the soonest due first; none that was graded on the study day already. */
export function aheadIn(groups: readonly Group[], moment: Moment, limit: number): Standing[] {
  const lists = groups.map((group) => ahead(group, moment));
  return firstOfSorted(lists, limit, byDue);
}

const ahead = rememberedAt((group, moment) =>
  firstOf(
    group.filter((standing) => isSought(standing, moment)),
    MOST_ASKED,
    byDue,
  ),
);

/** What there is to go on with where nothing waits. */
export type Besides = {
  /** How many could be studied before they are due. */
  early: number;
  /** How many could be practised. */
  practicable: number;
};

/** What there is of some questions where nothing waits. */
export function besidesIn(groups: readonly Group[], moment: Moment): Besides {
  const sum = { early: 0, practicable: 0 };
  for (const group of groups) {
    const { early, practicable } = besides(group, moment);
    sum.early += early;
    sum.practicable += practicable;
  }
  return sum;
}

const besides = rememberedAt((group, moment): Besides => ({
  early: group.filter((standing) => isSought(standing, moment)).length,
  practicable: group.filter((standing) => !isPutAway(standing, moment.now)).length,
}));

import { waitsAs } from "./queue";
import type { Moment } from "./remembered";
import type { SearchQuery, SearchState } from "./search-query";
import { type Group, groupsWithin, type Standing, type Standings } from "./standing";

/** Those of all questions that are as a query's filters say; its words and tags apart. */
export function sought(
  all: Standings,
  { topics: [topic, ...topics], states }: SearchQuery,
  moment: Moment,
): Group[] {
  const isWithin = (path: string) => topics.every((one) => `${path}/`.startsWith(`${one}/`));
  return groupsWithin(all, topic ?? null)
    .map((group) => (isWithin(group[0]?.topic ?? "") ? group : []))
    .map((group) =>
      states.length === 0
        ? group
        : group.filter((standing) => states.every((state) => IS[state](standing, moment))),
    )
    .filter((group) => group.length > 0);
}

const IS: Record<SearchState, (standing: Standing, moment: Moment) => boolean> = {
  due: (standing, moment) => {
    const waits = waitsAs(standing, moment);
    return waits === "review" || waits === "learning";
  },
  new: ({ state }) => state === "new",
  seen: ({ state }) => state !== "new",
  flagged: ({ flagged }) => flagged,
  suspended: ({ suspended }) => suspended,
  buried: ({ suspended, buriedUntil }, { now }) =>
    !suspended && buriedUntil !== null && buriedUntil > now,
  leech: ({ leech }) => leech,
  slipping: ({ slipping }) => slipping,
  asked: ({ asked }) => asked,
  unanswered: ({ isAnswered }) => !isAnswered,
};

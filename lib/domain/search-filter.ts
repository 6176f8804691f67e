import { hasMark } from "./list-marks";
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
        : group.filter((standing) => states.every((state) => isSo(standing, state, moment))),
    )
    .filter((group) => group.length > 0);
}

function isSo(standing: Standing, state: SearchState, moment: Moment): boolean {
  if (state === "seen") return standing.state !== "new";
  if (state === "unanswered") return !standing.isAnswered;
  return hasMark(standing, state, moment);
}

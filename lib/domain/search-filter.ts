import { hasMark } from "./list-marks";
import { type Moment, rememberedAt } from "./remembered";
import { SEARCH_STATES, type SearchQuery, type SearchState } from "./search-query";
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
    .map((group) => states.reduce((rest, state) => ONLY.get(state)?.(rest, moment) ?? rest, group))
    .filter((group) => group.length > 0);
}

/** Those of a state; who types on asks for the same again. */
const ONLY = new Map(
  SEARCH_STATES.map((state) => [
    state,
    rememberedAt((group, moment): Group => group.filter((one) => isSo(one, state, moment))),
  ]),
);

function isSo(standing: Standing, state: SearchState, moment: Moment): boolean {
  if (state === "seen") return standing.state !== "new";
  if (state === "unanswered") return !standing.isAnswered;
  return hasMark(standing, state, moment);
}

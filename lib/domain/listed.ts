import { firstOf, firstOfSorted } from "./first-of";
import { hasMark, type Mark, marksIn } from "./list-marks";
import { recallAt } from "./recall-at";
import { type Moment, remembered } from "./remembered";
import { compareTexts, type Group, type Standing } from "./standing";

/** As many as a page lists. */
export const MOST_LISTED = 100;

/** The first questions, up to 100, by topic, and in each as their documents have them. */
export function firstListed(groups: readonly Group[]): Standing[] {
  return firstOfSorted(groups.map(firstOfGroup), MOST_LISTED, byTopic);
}

/** The same of groups of a topic each, up to any number. */
export function firstInTopics(groups: readonly Group[], limit: number): Standing[] {
  const first: Standing[] = [];
  for (const group of groups.toSorted(byFirst)) {
    if (first.length >= limit) break;
    first.push(...group.toSorted(byTopic));
  }
  return first.slice(0, limit);
}

function byFirst([a]: Group, [b]: Group): number {
  return a && b ? compareTexts(a.topicId, b.topicId) : 0;
}

/** The same of those that neither their document nor the learner answers, and how many they are. */
export function unansweredIn(groups: readonly Group[]): { count: number; first: Standing[] } {
  const all = groups.map(unanswered);
  const count = all.reduce((sum, group) => sum + group.count, 0);
  const lists = all.map(({ first }) => first);
  return { count, first: firstOfSorted(lists, MOST_LISTED, byTopic) };
}

/** How a list of questions or topics is ordered: as the documents have them, or by what is first due or recalled least. */
export const LIST_ORDERS = ["document", "due", "recall"] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

/** Which questions a list shows: those with a mark, or all; and in which order. */
export type Narrowed = { is: Mark | null; order: ListOrder };

/** The first of a list, up to 100. What was never seen, or is not told of, comes last of an order. */
export function firstNarrowed(
  groups: readonly Group[],
  { is, order }: Narrowed,
  moment: Moment,
): Standing[] {
  const listed = is === null ? groups : groups.map((group) => marked(group, is, moment));
  if (order === "document") return firstListed(listed);
  const keyOf = KEYS[order](moment);
  const keyed = listed.flatMap((group) =>
    group.map((standing) => ({ standing, key: keyOf(standing) })),
  );
  const first = firstOf(
    keyed,
    MOST_LISTED,
    (a, b) => a.key - b.key || byTopic(a.standing, b.standing),
  );
  return first.map(({ standing }) => standing);
}

function marked(group: Group, mark: Mark, moment: Moment): Group {
  if (marksIn(group, moment)[mark] === 0) return NONE;
  return group.filter((standing) => hasMark(standing, mark, moment));
}

const NONE: Group = [];
/** No difference to another of its kind, where infinity is none to be told from itself. */
const LAST = Number.MAX_SAFE_INTEGER;

const KEYS: Record<
  Exclude<ListOrder, "document">,
  (moment: Moment) => (standing: Standing) => number
> = {
  due: () => (standing) => standing.dueAt?.getTime() ?? LAST,
  recall: (moment) => {
    const recall = recallAt(moment);
    return (standing) => recall(standing) ?? LAST;
  },
};

const firstOfGroup = remembered((group) => firstOf(group, MOST_LISTED, byTopic));

const unanswered = remembered((group) => {
  const own = group.filter(({ isAnswered }) => !isAnswered);
  return { count: own.length, first: firstOf(own, MOST_LISTED, byTopic) };
});

function byTopic(a: Standing, b: Standing): number {
  return compareTexts(a.topicId, b.topicId) || a.position - b.position || compareTexts(a.id, b.id);
}

import { firstOf, firstOfSorted } from "./first-of";
import { remembered } from "./remembered";
import { compareTexts, type Group, type Standing } from "./standing";

/** As many as a page lists. */
export const MOST_LISTED = 200;

/** The first questions, up to 200, by topic, and in each as their documents have them. */
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

const firstOfGroup = remembered((group) => firstOf(group, MOST_LISTED, byTopic));

const unanswered = remembered((group) => {
  const own = group.filter(({ isAnswered }) => !isAnswered);
  return { count: own.length, first: firstOf(own, MOST_LISTED, byTopic) };
});

function byTopic(a: Standing, b: Standing): number {
  return compareTexts(a.topicId, b.topicId) || a.position - b.position || compareTexts(a.id, b.id);
}

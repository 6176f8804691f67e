import { firstOf, firstOfSorted } from "./first-of";
import { comesUpWithin, type QueueCounts, sumOfQueues, type Waits, waitsAs } from "./queue";
import { type Moment, remembered, rememberedAt } from "./remembered";
import { compareTexts, type Group, type Standing } from "./standing";

/** How many of some questions wait, before the day's limits. */
export const waiting = rememberedAt(count);

/** Makes what is remembered here of some questions, which takes a while the first time. */
export function rememberWaiting(group: Group, moment: Moment): void {
  waiting(group, moment);
  waitingNextDay(group, moment);
  firstWaiting(group, moment);
  firstToComeUp(group);
}

/** How many questions wait, before the day's limits. */
export function waitingIn(groups: readonly Group[], moment: Moment): QueueCounts {
  return sumOfQueues(groups.map((group) => waiting(group, moment)));
}

/** How many will wait on the next study day, where nothing is done until then. */
export function waitingNextDayIn(groups: readonly Group[], moment: Moment): QueueCounts {
  return sumOfQueues(groups.map((group) => waitingNextDay(group, moment)));
}

const waitingNextDay = rememberedAt((group, { endOfDay, endOfNextDay }) =>
  count(group, { now: endOfDay, endOfDay: endOfNextDay }),
);

function count(group: Group, at: { now: Date; endOfDay: Date }): QueueCounts {
  const counts = { new: 0, learning: 0, review: 0 };
  for (const standing of group) {
    const waits = waitsAs(standing, at);
    if (waits) counts[waits] += 1;
  }
  return counts;
}

/** The most that are asked for at once. */
export const MOST_ASKED = 200;

/**
 * The first questions that wait, up to `limit` of each kind, in the order of the queue: steps whose
 * time has come and reviews by when they were due, and new ones as their documents have them.
 */
export function firstWaitingIn(
  groups: readonly Group[],
  moment: Moment,
  limit: number,
): Record<keyof QueueCounts, Standing[]> {
  const lists = groups.map((group) => firstWaiting(group, moment));
  return {
    learning: firstOfSorted(
      lists.map(({ learning }) => learning),
      limit,
      byDue,
    ),
    review: firstOfSorted(
      lists.map(({ review }) => review),
      limit,
      byDue,
    ),
    new: firstOfSorted(
      lists.map((list) => list.new),
      limit,
      byDocument,
    ),
  };
}

/** The first questions that were never seen, up to `limit`, in an order that each group by itself is in. */
export function firstNewIn(
  groups: readonly Group[],
  moment: Moment,
  limit: number,
  order: (a: Standing, b: Standing) => number,
): Standing[] {
  const lists = groups.map((group) => firstWaiting(group, moment).new);
  return firstOfSorted(lists, limit, order);
}

const firstWaiting = rememberedAt((group, moment) => {
  const waits = { new: [] as Standing[], learning: [] as Standing[], review: [] as Standing[] };
  for (const standing of group) {
    const kind = waitsAs(standing, moment);
    const isEarly = kind === "learning" && dueTime(standing) > moment.now.getTime();
    if (kind && !isEarly) waits[kind].push(standing);
  }
  return {
    learning: firstOf(waits.learning, MOST_ASKED, byDue),
    review: firstOf(waits.review, MOST_ASKED, byDue),
    new: firstOf(waits.new, MOST_ASKED, byDocument),
  };
});

/** The soonest due first. */
export function byDue(a: Standing, b: Standing): number {
  return dueTime(a) - dueTime(b) || compareTexts(a.id, b.id);
}

function dueTime({ dueAt }: Standing): number {
  return dueAt?.getTime() ?? 0;
}

/** As their documents have them. */
export function byDocument(a: Standing, b: Standing): number {
  return (
    compareTexts(a.documentId, b.documentId) || a.position - b.position || compareTexts(a.id, b.id)
  );
}

/** When the next question comes up, under the day's limits. */
export function nextUpIn(
  groups: readonly Group[],
  day: Parameters<typeof comesUpWithin>[1],
): Date | null {
  const times = firstOfKinds(groups.flatMap(firstToComeUp)).flatMap(
    (question) => comesUpWithin(question, day) ?? [],
  );
  return times.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

const firstToComeUp = remembered(firstOfKinds);

/**
 * Of steps and of reviews, put off beyond their date or not, the first each: one of these comes up
 * next. Only they are looked at closely, as it takes time to ask a zone's clock.
 */
function firstOfKinds(questions: readonly Waits[]): Waits[] {
  const first = new Map<number, { question: Waits; time: number }>();
  for (const question of questions) {
    const { state, dueAt, suspended, buriedUntil } = question;
    if (suspended || dueAt === null) continue;
    const due = dueAt.getTime();
    const putOff = buriedUntil?.getTime() ?? 0;
    const kind = (state === "review" ? 2 : 0) + (putOff > due ? 1 : 0);
    const time = Math.max(due, putOff);
    if (time < (first.get(kind)?.time ?? Infinity)) first.set(kind, { question, time });
  }
  return [...first.values()].map(({ question }) => question);
}

import { NEW_MEMORY } from "@/lib/domain/memory";
import { allowance, type LimitedReview, studyOrder, tally, waitsAs } from "@/lib/domain/queue";
import { schedule, type Scheduling } from "@/lib/domain/schedule";
import type { Heard, SessionItem } from "@/lib/domain/session";
import { endOfStudyDay, studyDay } from "@/lib/domain/study-day";
import { isOfWaiting, type StudyScope } from "@/lib/domain/study-scope";
import type { Kept } from "./kept-store";
import { leavesSchedule, type OutboxEntry, standing } from "./outbox-entry";
import { schedulingOf, type Shown, toSessionItem } from "./session-items";

/** How many questions are kept at the most. */
export const KEEP = 200;

type Item = SessionItem<Shown>;

/** A question with what was done with it since it was kept. */
type Since = { item: Item; isAway: boolean; reviews: LimitedReview[] };

/**
 * What waits of what was kept, as the server would say it: with what was done since, and under the
 * day's limits. `now` is by the server's clock. Null for a scope that asks for other questions.
 */
export function keptHeard(
  kept: Kept,
  entries: readonly OutboxEntry[],
  scope: StudyScope,
  now: Date,
): Heard<Shown> | null {
  if (!isOfWaiting(scope)) return null;
  const scheduling = schedulingOf(kept.today);
  const endOfDay = endOfStudyDay(now, scheduling);
  const all = sinceKept(kept, entries, scheduling, studyDay(now, scheduling));
  const waits = { new: [] as Item[], learning: [] as Item[], review: [] as Item[] };
  const steps: Date[] = [];
  for (const { item, isAway, reviews } of all) {
    const { memory } = item;
    const dueAt = memory.phase === "new" ? null : memory.dueAt;
    const standingNow = { state: memory.phase, dueAt, suspended: isAway, buriedUntil: null };
    const isAhead = isPlannedAhead(kept, now) && reviews.length === 0 && !isAway;
    const kind = waitsAs(standingNow, { now, endOfDay }) ?? (isAhead ? "review" : null);
    if (kind === "learning" && dueAt && dueAt > now) steps.push(dueAt);
    else if (kind) waits[kind].push(item);
  }
  const left = leftOfDay(kept, all, now, scheduling);
  const items = studyOrder(waits, left).filter((item) => isWithin(item, scope.topic));
  const [nextDueAt = null] = steps.toSorted((a, b) => a.getTime() - b.getTime());
  const isAll = kept.today.items.length < KEEP;
  return { items, isAll, left: items.length + steps.length, nextDueAt };
}

/** Whether what was kept is the plan of this day: it has reviews that are not due yet. */
function isPlannedAhead({ today }: Kept, now: Date): boolean {
  return today.heldBack.byPlan === true && now < new Date(today.endOfDay);
}

function sinceKept(
  { today, askedAt, clockErrorMs }: Kept,
  entries: readonly OutboxEntry[],
  scheduling: Scheduling,
  day: number,
): Since[] {
  const byId = new Map<string, Since>();
  for (const item of today.items.map(toSessionItem))
    byId.set(item.questionId, { item, isAway: false, reviews: [] });
  for (const entry of standing(entries)) {
    const { takenAt = Infinity } = entry;
    if (takenAt <= askedAt) continue;
    const done = entry.kind === "review" ? entry.review : entry.action;
    const before = "questionId" in done ? byId.get(done.questionId) : undefined;
    if (!before) continue;
    const said = "reviewedAt" in done ? done.reviewedAt : done.at;
    const at = new Date(Date.parse(said) + clockErrorMs);
    byId.set(before.item.questionId, after(before, entry, at, scheduling, day));
  }
  return [...byId.values()];
}

/** A question after one more that was done with it, at a time of the server's clock. */
function after(
  before: Since,
  entry: OutboxEntry,
  at: Date,
  scheduling: Scheduling,
  today: number,
): Since {
  const { item, reviews } = before;
  const { memory, questionId: id } = item;
  const day = studyDay(at, scheduling);
  if (entry.kind === "review") {
    if (leavesSchedule(entry.review)) return before;
    const graded = {
      ...item,
      memory: schedule({ id, memory }, entry.review.rating, at, scheduling).memory,
    };
    const review = {
      counts: true,
      undone: false,
      studyDay: day,
      phaseBefore: memory.phase,
      dueDayBefore: memory.phase === "new" ? null : studyDay(memory.dueAt, scheduling),
    };
    return { ...before, item: graded, reviews: [...reviews, review] };
  }
  switch (entry.action.kind) {
    case "suspend":
      return { ...before, isAway: true };
    case "bury":
      return { ...before, isAway: before.isAway || day === today };
    case "resume":
      return { ...before, isAway: false };
    case "flag":
      return { ...before, item: { ...item, flagged: !item.flagged } };
    case "reset":
      return { ...before, item: { ...item, memory: NEW_MEMORY } };
    case "asked":
    case "undo":
      return before;
  }
}

/** What the day's limits leave: of the day on which it was kept, what it gave; of a later one, all of them. */
function leftOfDay({ today }: Kept, all: readonly Since[], now: Date, scheduling: Scheduling) {
  const day = studyDay(now, scheduling);
  const isSameDay = now < new Date(today.endOfDay);
  const { newPerDay, duePerDay } = isSameDay
    ? { newPerDay: today.counts.new, duePerDay: today.counts.review }
    : today.settings;
  const done = all
    .flatMap(({ reviews }) => reviews)
    .filter((review) => review.studyDay === day)
    .map((review) => ({ ...review, reviews: 1 }));
  return allowance({ newPerDay, duePerDay }, tally(done));
}

function isWithin({ topic: path }: Item, topic: string | null): boolean {
  return topic === null || path === topic || path.startsWith(`${topic}/`);
}

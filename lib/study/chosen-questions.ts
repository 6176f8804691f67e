import { answeredIn } from "@/lib/db/study/sessions";
import { aheadIn } from "@/lib/domain/ahead";
import { practiceIn } from "@/lib/domain/practice";
import { type PlannedDay, plannedIn } from "@/lib/domain/planned";
import { studyOrder, withinLimits } from "@/lib/domain/queue";
import { type Group, groupsWithin, type Standing } from "@/lib/domain/standing";
import { firstWaitingIn, waitingIn } from "@/lib/domain/waiting";
import { weakestIn } from "@/lib/domain/weakest";
import type { Context } from "@/lib/use-case/context";
import type { StudyQueue } from "@/lib/wire/session";
import type { DaySoFar } from "./day-so-far";
import { missedQuestions } from "./missed-questions";
import { questionsMatching } from "./questions-matching";
import type { ScopeQuery } from "./scope";

/** What was chosen, in order, how many there are in all, and what the day's limits hold back of them. */
export type Chosen = { order: Standing[] } & Pick<StudyQueue, "counts" | "heldBack">;

/** Which questions to choose, and how many to look at. */
export type Choice = ScopeQuery & { limit: number; notIn?: string | undefined };

/** To part topics, the queue looks further than it answers; and a session of the weakest is no longer. */
const LOOK_AHEAD = 100;

/** The questions of a scope at a moment of the day. */
export async function chosenQuestions(
  day: DaySoFar,
  context: Context,
  choice: Choice,
): Promise<Chosen> {
  const { topic, weakest: isWeakest, limit, mode } = choice;
  const groups = groupsWithin(day.standings, topic ?? null);
  switch (mode) {
    case "practice":
      return practised(groups, day, context, choice);
    case "ahead":
      return outsideLimits(aheadIn(groups, day, Math.max(limit, LOOK_AHEAD)));
    case "scheduled":
    case undefined:
      return isWeakest ? weakestOf(groups, day, limit) : waitingOf(groups, day, limit);
  }
}

/**
 * What waits of some questions, and how much of it the day's limits leave; or what the plan of an
 * interview has for the day.
 */
export function waitingOf(groups: readonly Group[], day: DaySoFar, limit: number): Chosen {
  const most = Math.max(limit, LOOK_AHEAD);
  const waiting = firstWaitingIn(groups, day, most);
  if (isPlanned(day)) {
    const { review, new: fresh, ...limited } = plannedIn(groups, day, most);
    const first = { ...waiting, review: review.slice(0, most), new: fresh };
    return { order: studyOrder(first, day.left), ...limited };
  }
  return { order: studyOrder(waiting, day.left), ...limitedOf(groups, day) };
}

/** How much of some questions the day still takes, and what it holds back. */
export function limitedOf(
  groups: readonly Group[],
  day: DaySoFar,
): Pick<Chosen, "counts" | "heldBack"> {
  if (!isPlanned(day)) return withinLimits(waitingIn(groups, day), day.left);
  const { counts, heldBack } = plannedIn(groups, day, 0);
  return { counts, heldBack };
}

function isPlanned(day: DaySoFar): day is DaySoFar & PlannedDay {
  return day.plan !== null;
}

/** What of some questions would be recalled worst, whatever the limits. */
function weakestOf(groups: readonly Group[], day: DaySoFar, limit: number): Chosen {
  const review = weakestIn(groups, day, Math.max(limit, LOOK_AHEAD));
  const order = studyOrder({ learning: [], review, new: [] }, { review: review.length, new: 0 });
  return outsideLimits(order);
}

function outsideLimits(order: Standing[]): Chosen {
  return { order, counts: { new: 0, learning: 0, review: order.length }, heldBack: NOTHING };
}

const NOTHING = { new: 0, review: 0 };

async function practised(
  groups: readonly Group[],
  day: DaySoFar,
  context: Context,
  choice: Choice,
): Promise<Chosen> {
  const { database, learner } = context;
  const answered = choice.notIn ? await answeredIn(database.read, learner.id, choice.notIn) : [];
  const sought = { named: await named(day, context, choice), answered: new Set(answered) };
  return { ...practiceIn(groups, sought, day, choice.limit), heldBack: NOTHING };
}

/** The ids that a practice names in one way or another; null where it names none. */
async function named(
  day: DaySoFar,
  context: Context,
  { q, questions, missedIn }: Choice,
): Promise<ReadonlySet<string> | null> {
  const found = q === undefined ? [] : await questionsMatching(context, day, q);
  const sets = [
    ...(q === undefined ? [] : [found.flat().map(({ id }) => id)]),
    ...(questions ? [questions] : []),
    ...(missedIn === undefined ? [] : [await missedQuestions(context, missedIn)]),
  ];
  const [first, ...others] = sets.map((ids) => new Set(ids));
  if (!first) return null;
  return new Set([...first].filter((id) => others.every((some) => some.has(id))));
}

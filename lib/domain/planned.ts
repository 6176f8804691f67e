import { firstOfSorted } from "./first-of";
import { memoryModel } from "./memory-model";
import { type PlanRules, rankOnDay, stepShareOf } from "./plan-day";
import type { Allowance, HeldBack, QueueCounts } from "./queue";
import { type Moment, rememberedFor } from "./remembered";
import type { Group, Standing } from "./standing";
import { byDocument, byDue, firstNewIn, waitingIn } from "./waiting";
import { isPutAway } from "./weakest";

/** The plan of a day: what it goes by, and how much each topic matters. */
export type DayPlan = { rules: PlanRules; importanceOf: (topic: string) => number };

/** A moment of a planned day, with what the plan still takes. */
export type PlannedDay = Moment & { left: Allowance; plan: DayPlan };

/** What a plan chooses of some questions for the rest of a day, in order. */
export type Chosen = { review: Standing[]; new: Standing[] } & Limited;

type Limited = { counts: QueueCounts; heldBack: HeldBack };

/** Topics that matter not at all wait until after the interview, unless they alone are asked for. */
export function mattering(groups: readonly Group[], { importanceOf }: DayPlan): readonly Group[] {
  const some = groups.filter(([first]) => first && importanceOf(first.topic) > 0);
  return some.length > 0 ? some : groups;
}

/**
 * The reviews that a plan takes of some questions, due or not yet, and the new ones that it paces for
 * the day, of these up to `limit`: what matters most first.
 */
export function plannedIn(groups: readonly Group[], day: PlannedDay, limit: number): Chosen {
  const { plan, left } = day;
  const some = mattering(groups, plan);
  const waiting = waitingIn(groups, day);
  const fresh = Math.min(waitingIn(some, day).new, left.new);
  const reviews = firstOfSorted(
    some.map((group) => rankedOf(group, day)),
    left.review,
    byRank(plan),
  );
  const due = reviews.filter(({ isDue }) => isDue).length;
  return {
    review: reviews.map(({ standing }) => standing),
    new: firstNewIn(some, day, Math.min(fresh, limit), byImportance(plan)),
    counts: { new: fresh, learning: waiting.learning, review: reviews.length },
    heldBack: { new: waiting.new - fresh, review: waiting.review - due, byPlan: true },
  };
}

/** Makes what a plan remembers of some questions, which takes a while the first time. */
export function rememberRanks(group: Group, day: Omit<PlannedDay, "left">): void {
  rankedOf(group, day);
}

type Ranked = { standing: Standing; rank: number; isDue: boolean };

function rankedOf(group: Group, day: Omit<PlannedDay, "left">): readonly Ranked[] {
  const { order, pace } = day.plan.rules;
  return order === "due" ? byDueDay(group, day, 0) : byGain(group, day, stepShareOf(pace));
}

const byGain = rememberedFor((group, moment, stepShare) =>
  ranked(group, moment, { order: "gain", stepShare }),
);

const byDueDay = rememberedFor((group, moment, stepShare) =>
  ranked(group, moment, { order: "due", stepShare }),
);

const DAY_MS = 86_400_000;

function ranked(
  group: Group,
  { now, studyDay, endOfDay, recallDay, weights }: Moment,
  by: { order: PlanRules["order"]; stepShare: number },
): readonly Ranked[] {
  const model = memoryModel(weights);
  const all: Ranked[] = [];
  for (const standing of group) {
    if (standing.state !== "review" || isPutAway(standing, now)) continue;
    const { stability, difficulty, lastStudyDay: lastDay, dueAt } = standing;
    const daysAfter = Math.floor((dueAt.getTime() - endOfDay.getTime()) / DAY_MS) + 1;
    const memory = { stability, difficulty, lastDay, dueDay: studyDay + daysAfter };
    const rank = rankOnDay(memory, { ...by, until: recallDay }, studyDay, model);
    if (rank !== null) all.push({ standing, rank, isDue: daysAfter <= 0 });
  }
  return all.toSorted((a, b) => a.rank - b.rank || byDue(a.standing, b.standing));
}

/** What a minute gains counts by how much its topic matters. */
function byRank({ rules, importanceOf }: DayPlan) {
  const rankOf = ({ rank, standing }: Ranked) =>
    rules.order === "gain" ? rank * (importanceOf(standing.topic) || 1) : rank;
  return (a: Ranked, b: Ranked) => rankOf(a) - rankOf(b) || byDue(a.standing, b.standing);
}

/** The order in which new questions are met: what matters most first, else as their documents have them. */
export function byImportance({ importanceOf }: DayPlan) {
  return (a: Standing, b: Standing) =>
    importanceOf(b.topic) - importanceOf(a.topic) || byDocument(a, b);
}

import {
  type Decided,
  type LoggedAction,
  markActionUndone,
  standingActions,
  writeDecided,
} from "@/lib/db/actions";
import type { Queries } from "@/lib/db/queries";
import type { Learner } from "@/lib/db/learners";
import { storedMemory } from "@/lib/db/memories";
import { survivorOf } from "@/lib/db/merges";
import type { StoredMemory } from "@/lib/db/stored-memory";
import type { StudyDayRule } from "@/lib/domain/settings";
import { endOfStudyDay } from "@/lib/domain/study-day";
import { replayMemory } from "@/lib/use-case/replay-memory";

const PAUSES = ["suspend", "resume", "bury"];

/** Kinds that decide the same thing, by kind; what is not among them can't be taken back. */
const ALIKE: Record<string, readonly string[]> = {
  suspend: PAUSES,
  resume: PAUSES,
  bury: PAUSES,
  flag: ["flag"],
  reset: ["reset"],
  asked: ["asked"],
};

/** Whether an action is of a kind that a learner can take back. */
export function canBeTakenBack({ kind }: LoggedAction): boolean {
  return kind in ALIKE;
}

/**
 * Marks an action as undone, inside the caller's transaction; what it decided is then as the others
 * say that stand. One taken back already is left as it is.
 */
export async function takeBackAction(
  tx: Queries,
  learner: Learner,
  action: LoggedAction,
  at: Date,
): Promise<void> {
  const { id, kind } = action;
  if (!(await markActionUndone(tx, { learnerId: learner.id, id, at }))) return;
  const own = { learnerId: learner.id, questionId: action.questionId };
  const standing = await standingActions(tx, own, ALIKE[kind] ?? []);
  const questionId = (await survivorOf(tx, action.questionId)) ?? action.questionId;
  const key = { learnerId: learner.id, questionId };
  const stored = await storedMemory(tx, key);
  const decided = decidedWithout(action, standing, stored, learner.scheduling);
  if (decided) await writeDecided(tx, key, decided);
  if (kind === "reset") await replayMemory(tx, learner, questionId);
}

/** What is decided where an action was taken back and these stand. Null for what only the log holds. */
function decidedWithout(
  { kind, at }: LoggedAction,
  standing: readonly LoggedAction[],
  stored: StoredMemory,
  rule: StudyDayRule,
): Decided | null {
  const buriedUntil = putOffUntil(standing, rule);
  const pause = standing.findLast((one) => one.kind !== "bury")?.kind;
  switch (kind) {
    case "suspend":
      return { suspended: pause === "suspend" };
    case "bury":
      return { buriedUntil };
    case "resume": {
      // Without another it is as it was before this one, which brought back what was put off or suspended.
      const wasPutOff = buriedUntil !== null && buriedUntil > at;
      return { suspended: pause ? pause === "suspend" : !wasPutOff, buriedUntil };
    }
    case "flag":
      return { flagged: !stored.flagged };
    case "reset": {
      if (stored.resetAt?.getTime() !== at.getTime()) return null;
      return { resetAt: standing.at(-1)?.at ?? null };
    }
    default:
      return null;
  }
}

/** Until when pauses put a question off; null where none does since it was last resumed. */
function putOffUntil(pauses: readonly LoggedAction[], rule: StudyDayRule): Date | null {
  const since = pauses.slice(pauses.findLastIndex(({ kind }) => kind === "resume") + 1);
  const ends = since.filter(({ kind }) => kind === "bury").map(({ at }) => endOfStudyDay(at, rule));
  return ends.reduce<Date | null>((last, end) => (last && last > end ? last : end), null);
}

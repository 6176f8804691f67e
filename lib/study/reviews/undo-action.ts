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

/** Kinds that decide the same thing, by kind; what is not among them can't be taken back. */
const ALIKE: Record<string, readonly string[]> = {
  suspend: ["suspend", "resume"],
  resume: ["suspend", "resume"],
  bury: ["bury"],
  flag: ["flag"],
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
  const decided = decidedBy(kind, standing, await storedMemory(tx, key), learner.scheduling);
  if (decided) await writeDecided(tx, key, decided);
}

/** What is decided where one of a kind was taken back. Null for what only the log holds. */
function decidedBy(
  kind: string,
  standing: readonly LoggedAction[],
  { flagged }: StoredMemory,
  rule: StudyDayRule,
): Decided | null {
  switch (kind) {
    case "suspend":
    case "resume":
      // Without another it is as it was before this one.
      return { suspended: (standing.at(-1)?.kind ?? opposite(kind)) === "suspend" };
    case "bury": {
      const until = standing.map(({ at }) => endOfStudyDay(at, rule).getTime());
      return { buriedUntil: until.length === 0 ? null : new Date(Math.max(...until)) };
    }
    case "flag":
      return { flagged: !flagged };
    default:
      return null;
  }
}

function opposite(kind: "suspend" | "resume"): string {
  return kind === "suspend" ? "resume" : "suspend";
}

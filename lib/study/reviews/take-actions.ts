import { z } from "zod";
import { actionHash, type Decided, findAction, insertAction, writeDecided } from "@/lib/db/actions";
import type { Queries } from "@/lib/db/queries";
import type { Learner } from "@/lib/db/learners";
import { survivorOf } from "@/lib/db/merges";
import { storedMemory } from "@/lib/db/memories";
import { findReview } from "@/lib/db/review-log";
import type { StoredMemory } from "@/lib/db/stored-memory";
import type { StudyDayRule } from "@/lib/domain/settings";
import { endOfStudyDay } from "@/lib/domain/study-day";
import { ok, type Result } from "@/lib/result";
import type { BatchResults, ItemResult } from "@/lib/wire/reviews";
import { contentHash, eachAlone, givenFields, Items, malformed, rejected, Time } from "./batch";
import { type Arrival, countedTime } from "./clock-error";
import type { Context } from "@/lib/use-case/context";
import { Id, MadeId } from "@/lib/use-case/inputs";
import { memoryView } from "@/lib/study/memory-view";
import { replayMemory } from "@/lib/use-case/replay-memory";
import { canBeTakenBack, takeBackAction } from "./undo-action";
import { NewerStands, takeBack } from "./undo-review";

const COMMON = { id: MadeId, at: Time, note: z.string().max(10_000).nullish() };
const KINDS = ["suspend", "resume", "bury", "flag", "reset", "asked"] as const;

const ActionInput = z.discriminatedUnion(
  "kind",
  [
    z.object({
      ...COMMON,
      kind: z.literal("undo"),
      reviewId: Id.optional(),
      actionId: Id.optional(),
    }),
    z.object({ ...COMMON, kind: z.enum(KINDS), questionId: Id }),
  ],
  {
    error: ({ code }) =>
      code === "invalid_union" ? `must be one of undo, ${KINDS.join(", ")}` : undefined,
  },
);
type ActionInput = z.infer<typeof ActionInput>;

export const ActionsBody = z.object({ sentAt: Time.optional(), actions: Items });
export type ActionsBody = z.infer<typeof ActionsBody>;

/**
 * Carries out what a learner decided about questions besides grading them, in the order sent, each
 * in a transaction of its own; a result is given only when its action is on disk. The same id twice
 * is once. `flag` turns the stored flag over. `undo` takes back a review or an action.
 * @throws StoreBusy when the store takes no writes; what was taken until then is a duplicate next time
 */
export async function takeActions(
  context: Context,
  { sentAt, actions }: ActionsBody,
): Promise<Result<BatchResults, never>> {
  const arrival = { sentAt, receivedAt: context.clock.now() };
  const results = await eachAlone(actions, async (raw) => {
    const parsed = ActionInput.safeParse(raw);
    if (!parsed.success) return malformed(raw, parsed.error, "action");
    return takeAction(context, parsed.data, arrival);
  });
  return ok({ results });
}

async function takeAction(
  context: Context,
  said: ActionInput,
  arrival: Arrival,
): Promise<ItemResult> {
  const { database, learner, clock } = context;
  const { id, kind, note, at: saidAt } = said;
  const at = countedTime(saidAt, arrival);
  const plan = await planOf(context, said, at);
  if (!plan) return rejected(id, unknown(said));
  const { questionId, reviewId, actionId, effect } = plan;
  const key = { learnerId: learner.id, questionId };
  const hash = contentHash(givenFields(said));
  const detail = { saidAt, note, reviewId, actionId, contentHash: hash };
  let isNew = false;
  try {
    isNew = await database.write(async (tx) => {
      if (!(await insertAction(tx, { id, ...key, kind, at, detail }))) return false;
      await effect(tx);
      return true;
    });
  } catch (error) {
    if (!(error instanceof NewerStands)) throw error;
    return { id, status: "conflict", problem: error.message };
  }
  if (!isNew && (await actionHash(database.read, learner.id, id)) !== hash)
    return { id, status: "conflict", problem: OTHER_CONTENT };
  const countsFor = (await survivorOf(database.read, questionId)) ?? questionId;
  const stored = await storedMemory(database.read, { ...key, questionId: countsFor });
  const memory = memoryView(stored, learner, clock.now());
  return { id, status: isNew ? "recorded" : "duplicate", memory };
}

function unknown(said: ActionInput): string {
  if (said.kind !== "undo") return "questionId: there is no such question";
  return said.actionId === undefined
    ? "reviewId: there is no such review"
    : "actionId: there is no such action that could be taken back";
}

const OTHER_CONTENT =
  "Another action with this id and other content is recorded; nothing was changed.";

/** The question that an action is about, and what it does in the transaction that records it. */
type Plan = {
  questionId: string;
  reviewId?: string;
  actionId?: string;
  effect: (tx: Queries) => Promise<void>;
};

/** Null when what the action is about is unknown. */
async function planOf(
  { database, learner }: Context,
  said: ActionInput,
  at: Date,
): Promise<Plan | null> {
  if (said.kind === "undo" && said.reviewId !== undefined) {
    const review = await findReview(database.read, learner.id, said.reviewId);
    if (!review) return null;
    const { id: reviewId, questionId } = review;
    return { questionId, reviewId, effect: (tx) => takeBack(tx, learner, review, at) };
  }
  if (said.kind === "undo") {
    const action = await findAction(database.read, learner.id, said.actionId ?? "");
    if (!action || !canBeTakenBack(action)) return null;
    const { id: actionId, questionId } = action;
    return { questionId, actionId, effect: (tx) => takeBackAction(tx, learner, action, at) };
  }
  const { kind, questionId } = said;
  if ((await survivorOf(database.read, questionId)) === null) return null;
  return { questionId, effect: (tx) => carryOut(tx, learner, { kind, questionId, at }) };
}

type Choice = { kind: (typeof KINDS)[number]; questionId: string; at: Date };

async function carryOut(tx: Queries, learner: Learner, choice: Choice): Promise<void> {
  const { kind } = choice;
  const questionId = (await survivorOf(tx, choice.questionId)) ?? choice.questionId;
  const key = { learnerId: learner.id, questionId };
  const decided = decidedBy(choice, await storedMemory(tx, key), learner.scheduling);
  if (decided) await writeDecided(tx, key, decided);
  if (kind === "reset") await replayMemory(tx, learner, questionId);
}

/** What a choice changes in the memory stored. Null for what only the log holds. */
function decidedBy({ kind, at }: Choice, stored: StoredMemory, rule: StudyDayRule): Decided | null {
  switch (kind) {
    case "suspend":
      return { suspended: true };
    case "resume":
      // Whatever kept it away: it comes up again.
      return { suspended: false, buriedUntil: null };
    case "bury":
      return {
        buriedUntil: later(stored.buriedUntil, endOfStudyDay(at, rule)),
      };
    case "flag":
      return { flagged: !stored.flagged };
    case "reset":
      return { resetAt: later(stored.resetAt, at) };
    case "asked":
      return null;
  }
}

/** A late action doesn't shorten what a newer one decided. */
function later(stored: Date | null, wanted: Date): Date {
  return stored && stored > wanted ? stored : wanted;
}

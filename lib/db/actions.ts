import { z } from "zod";
import type { Queries } from "./queries";
import type { Memory as MemoryRow } from "./generated/client";

/** What a learner did about a question besides grading it. */
export type NewAction = {
  id: string;
  learnerId: string;
  questionId: string;
  kind: string;
  /** Corrected for the client's clock error. */
  at: Date;
  detail: ActionDetail;
};

export type ActionDetail = {
  /** The client's clock. */
  saidAt: Date;
  note: string | null | undefined;
  /** The review, or the action, that an undo takes back. */
  reviewId: string | undefined;
  actionId: string | undefined;
  contentHash: string;
};

/** Inserts an action by its id. False when one with that id is there: nothing was written. */
export async function insertAction(tx: Queries, action: NewAction): Promise<boolean> {
  const { id, learnerId, questionId, kind, at, detail } = action;
  const inserted = await tx.$executeRaw`
    INSERT INTO "Action" ("id", "learnerId", "questionId", "kind", "at", "detail")
    VALUES (${id}, ${learnerId}, ${questionId}, ${kind}, ${at}, ${JSON.stringify(detail)})
    ON CONFLICT ("id") DO NOTHING`;
  return inserted === 1;
}

/** The hash of what was sent as an action. Null when the learner has no action with that id. */
export async function actionHash(
  read: Queries,
  learnerId: string,
  id: string,
): Promise<string | null> {
  const row = await read.action.findFirst({ where: { id, learnerId }, select: { detail: true } });
  if (!row?.detail) return null;
  return Hashed.parse(JSON.parse(row.detail)).contentHash;
}

const Hashed = z.object({ contentHash: z.string() });

/** An action as the log has it. */
export type LoggedAction = { id: string; questionId: string; kind: string; at: Date };

const LOGGED = { id: true, questionId: true, kind: true, at: true } as const;

/** An action of the learner. Null when there is none with that id. */
export async function findAction(
  read: Queries,
  learnerId: string,
  id: string,
): Promise<LoggedAction | null> {
  return read.action.findFirst({ where: { id, learnerId }, select: LOGGED });
}

/** The actions of some kinds on a question that stand, oldest first. */
export async function standingActions(
  read: Queries,
  key: { learnerId: string; questionId: string },
  kinds: readonly string[],
): Promise<LoggedAction[]> {
  return read.action.findMany({
    where: { ...key, kind: { in: [...kinds] }, undoneAt: null },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: LOGGED,
  });
}

/** Marks an action as undone. False when it was already. */
export async function markActionUndone(
  tx: Queries,
  { learnerId, id, at }: { learnerId: string; id: string; at: Date },
): Promise<boolean> {
  const { count } = await tx.action.updateMany({
    where: { id, learnerId, undoneAt: null },
    data: { undoneAt: at },
  });
  return count > 0;
}

/** What the learner decided about a question; a memory's columns that no review writes. */
export type Decided = Partial<Pick<MemoryRow, "resetAt" | "suspended" | "buriedUntil" | "flagged">>;

/** Writes what the learner decided, also of a question never seen; the rest of the memory stays. */
export async function writeDecided(
  tx: Queries,
  key: { learnerId: string; questionId: string },
  decided: Decided,
): Promise<void> {
  await tx.memory.upsert({
    where: { learnerId_questionId: key },
    update: decided,
    create: { ...key, ...NEVER_SEEN, ...decided },
  });
}

const NEVER_SEEN = {
  phase: "new",
  step: 0,
  reps: 0,
  lapses: 0,
  suspended: false,
  flagged: false,
  leech: false,
};

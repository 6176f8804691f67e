import { createHash } from "node:crypto";
import { z } from "zod";
import type { Database, Queries } from "@/lib/db/client";
import type { Learner } from "@/lib/db/learners";
import {
  advanceMemory,
  type Decision,
  ensureSession,
  findReview,
  insertReview,
  insertReviewPoints,
  keyPointIds,
  type NewReview,
  reviewContext,
  reviewLog,
  reviseDecision,
  storedMemory,
} from "@/lib/db/reviews";
import type { StoredMemory } from "@/lib/db/rows";
import type { Memory } from "@/lib/domain/memory";
import { byCountedTime, replay } from "@/lib/domain/replay";
import { retrievability, schedule, type Scheduled } from "@/lib/domain/schedule";
import { studyDay, utcOffsetMinutes } from "@/lib/domain/study-day";
import { ok, type Result } from "@/lib/result";
import type { Context } from "./context";
import { Id } from "./inputs";
import { type MemoryView, memoryView } from "./memory-view";
import { replayMemory } from "./replay-memory";

const Time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

const ReviewInput = z.object({
  id: z.uuid(),
  questionId: Id,
  rating: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  reviewedAt: Time,
  durationMs: z.number().int().min(0).max(2_147_483_647),
  mode: z.enum(["scheduled", "practice", "mock"]),
  recalledKeyPointIds: z.array(Id).max(100).nullish(),
  counts: z.boolean().optional(),
  sessionId: Id.nullish(),
  way: z.string().max(40).nullish(),
});
type ReviewInput = z.infer<typeof ReviewInput>;

export const ReviewsBody = z.object({
  sentAt: Time.optional(),
  // Each review stands alone: a malformed one is rejected by itself.
  reviews: z.array(z.unknown()).min(1).max(200),
});
export type ReviewsBody = z.infer<typeof ReviewsBody>;

export type ReviewResult = {
  id: string | null;
  status: "recorded" | "duplicate" | "conflict" | "rejected";
  memory?: MemoryView;
  problem?: string;
};

/**
 * Records reviews in the order sent, each in a transaction of its own; a result is given only when
 * its review is on disk. The same id twice is once.
 * @throws StoreBusy when the store takes no writes; what was recorded until then is a duplicate next time
 */
export async function recordReviews(
  context: Context,
  { sentAt, reviews }: ReviewsBody,
): Promise<Result<{ results: ReviewResult[] }, never>> {
  const receivedAt = context.clock.now();
  const clockErrorMs = clockError(sentAt, receivedAt);
  const results: ReviewResult[] = [];
  for (const raw of reviews) {
    const parsed = ReviewInput.safeParse(raw);
    if (!parsed.success) {
      results.push(rejected(idOf(raw), describe(parsed.error)));
      continue;
    }
    const said = parsed.data;
    const shifted = new Date(said.reviewedAt.getTime() + clockErrorMs);
    const countedAt = shifted > receivedAt ? receivedAt : shifted;
    results.push(await recordReview(context, said, { sentAt, receivedAt, countedAt }));
  }
  return ok({ results });
}

type Times = { sentAt: Date | undefined; receivedAt: Date; countedAt: Date };

async function recordReview(
  { database, learner, clock }: Context,
  said: ReviewInput,
  times: Times,
): Promise<ReviewResult> {
  if (said.counts !== undefined && said.mode !== "mock")
    return rejected(said.id, "counts: only a mock interview may say whether it counts");
  const key = { learnerId: learner.id, questionId: said.questionId };
  const found = await reviewContext(database.read, learner.id, said.questionId);
  if (!found) return rejected(said.id, "questionId: there is no such question");

  const { review, scheduled } = decide(said, times, learner, found.versionId, found.stored);
  const { points, unknown } = await assessedPoints(database, said);
  const inOrder = isNewest(review, found.stored);
  const outcome = await database.write(async (tx) => {
    if (said.sessionId)
      await ensureSession(tx, {
        id: said.sessionId,
        learnerId: learner.id,
        kind: said.mode,
        startedAt: times.countedAt,
      });
    if (!(await insertReview(tx, review))) return "repeated";
    await insertReviewPoints(tx, said.id, points);
    if (!scheduled) return "aside";
    const { lastReviewId } = found.stored;
    if (inOrder && (await advanceMemory(tx, key, lastReviewId, scheduled.memory, said.id)))
      return "advanced";
    await recordBetween(tx, review, learner, said);
    return "replayed";
  });

  const stored =
    outcome === "advanced" && scheduled
      ? { ...found.stored, memory: scheduled.memory }
      : await storedMemory(database.read, key);
  const memory = memoryView(stored, learner, clock.now());
  if (outcome === "repeated") return repeated(database, learner, review, memory);
  const problem =
    unknown.length > 0 ? `Unknown key points were left out: ${unknown.join(", ")}` : null;
  return { id: said.id, status: "recorded", memory, ...(problem && { problem }) };
}

/** The review's row as decided on the memory known, and the memory that follows if it counts. */
function decide(
  said: ReviewInput,
  { sentAt, receivedAt, countedAt }: Times,
  learner: Learner,
  versionId: string,
  { memory }: { memory: Memory },
): { review: NewReview; scheduled: Scheduled | null } {
  const { scheduling } = learner;
  const counts = said.mode === "scheduled" || (said.mode === "mock" && said.counts === true);
  const scheduled = counts
    ? schedule({ id: said.questionId, memory }, said.rating, countedAt, scheduling)
    : null;
  const review = {
    id: said.id,
    learnerId: learner.id,
    questionId: said.questionId,
    versionId,
    sessionId: said.sessionId ?? null,
    rating: said.rating,
    mode: said.mode,
    counts,
    saidAt: said.reviewedAt,
    sentAt: sentAt ?? null,
    receivedAt,
    countedAt,
    utcOffsetMinutes: utcOffsetMinutes(countedAt, scheduling.zone),
    studyDay: studyDay(countedAt, scheduling),
    durationMs: said.durationMs,
    way: said.way ?? null,
    assessed: Array.isArray(said.recalledKeyPointIds),
    parameterSetId: learner.parameterSetId,
    desiredRetention: scheduling.desiredRetention,
    contentHash: contentHash(said),
    ...decision(memory, scheduled, countedAt, learner),
  };
  return { review, scheduled };
}

function decision(
  before: Memory,
  scheduled: Scheduled | null,
  at: Date,
  { scheduling }: Learner,
): Decision {
  const day = studyDay(at, scheduling);
  return {
    phaseBefore: before.phase,
    predictedRecall:
      before.phase === "new" ? null : retrievability(before, day, scheduling.weights),
    phaseGiven: scheduled?.memory.phase ?? null,
    stepGiven: scheduled?.memory.step ?? null,
    dueGiven: scheduled?.memory.dueAt ?? null,
  };
}

/** A review that others come after: it decides on what was known then, and the log is replayed. */
async function recordBetween(
  tx: Queries,
  review: NewReview,
  learner: Learner,
  said: ReviewInput,
): Promise<void> {
  const { learnerId, questionId, countedAt } = review;
  const log = await reviewLog(tx, { learnerId, questionId });
  const { resetAt } = await storedMemory(tx, { learnerId, questionId });
  const earlier = log.filter((other) => byCountedTime(other, review) < 0);
  const before = replay(earlier, learner.scheduling.weights, resetAt);
  const scheduled = schedule(
    { id: questionId, memory: before },
    said.rating,
    countedAt,
    learner.scheduling,
  );
  await reviseDecision(tx, review.id, decision(before, scheduled, countedAt, learner));
  await replayMemory(tx, learner, questionId);
}

function isNewest(review: NewReview, { memory, lastReviewId }: StoredMemory): boolean {
  if (memory.phase === "new" || lastReviewId === null) return true;
  return byCountedTime({ countedAt: memory.lastReviewedAt, id: lastReviewId }, review) < 0;
}

/** Each key point of the question as recalled or not, where the learner assessed them. */
async function assessedPoints(
  { read }: Database,
  { questionId, recalledKeyPointIds: recalled }: ReviewInput,
): Promise<{ points: { keyPointId: string; recalled: boolean }[]; unknown: string[] }> {
  if (!recalled) return { points: [], unknown: [] };
  const known = await keyPointIds(read, questionId);
  return {
    points: known.map((keyPointId) => ({ keyPointId, recalled: recalled.includes(keyPointId) })),
    unknown: recalled.filter((id) => !known.includes(id)),
  };
}

async function repeated(
  database: Database,
  learner: Learner,
  review: NewReview,
  memory: MemoryView,
): Promise<ReviewResult> {
  const stored = await findReview(database.read, learner.id, review.id);
  if (stored?.contentHash === review.contentHash)
    return { id: review.id, status: "duplicate", memory };
  return {
    id: review.id,
    status: "conflict",
    problem: "Another review with this id and other content is recorded; nothing was changed.",
  };
}

/** How far the caller's clock is behind ours, when it matters; the batch is shifted by it. */
function clockError(sentAt: Date | undefined, receivedAt: Date): number {
  const error = sentAt ? receivedAt.getTime() - sentAt.getTime() : 0;
  return Math.abs(error) > CLOCK_TOLERANCE_MS ? error : 0;
}

const CLOCK_TOLERANCE_MS = 5 * 60_000;

function contentHash(said: ReviewInput): string {
  const { id: _, reviewedAt, recalledKeyPointIds, ...rest } = said;
  const content = [
    reviewedAt.toISOString(),
    recalledKeyPointIds?.toSorted() ?? null,
    Object.entries(rest)
      .filter(([, value]) => value !== undefined && value !== null)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

function rejected(id: string | null, problem: string): ReviewResult {
  return { id, status: "rejected", problem };
}

function describe(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => `${path.join(".") || "review"}: ${message}`)
    .join("; ");
}

function idOf(raw: unknown): string | null {
  if (typeof raw !== "object" || raw === null || !("id" in raw)) return null;
  return typeof raw.id === "string" ? raw.id : null;
}

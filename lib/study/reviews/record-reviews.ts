import { z } from "zod";
import type { Database, Queries } from "@/lib/db/client";
import type { Learner } from "@/lib/db/learners";
import { advanceMemory, storedMemory } from "@/lib/db/memories";
import { survivorOf } from "@/lib/db/merges";
import { findReview, reviewLog } from "@/lib/db/review-log";
import {
  ensureSession,
  insertReview,
  insertReviewPoints,
  knownPoints,
  type NewReview,
  type ReviewContext,
  reviewContext,
  reviseDecision,
} from "@/lib/db/study/reviews";
import type { StoredMemory } from "@/lib/db/stored-memory";
import type { MemoryView } from "@/lib/domain/memory";
import { byCountedTime, replay } from "@/lib/domain/replay";
import { schedule } from "@/lib/domain/schedule";
import { ok, type Result } from "@/lib/result";
import type { BatchResults, ItemResult } from "@/lib/wire/reviews";
import { type AssessedPoints, assessedPoints } from "./assessed-points";
import { Items, malformed, rejected, Time } from "./batch";
import { countedTime } from "./clock-error";
import type { Context } from "@/lib/use-case/context";
import { decideReview, decision, type Times } from "./decide-review";
import { memoryView } from "@/lib/study/memory-view";
import { replayMemory } from "@/lib/use-case/replay-memory";
import { ReviewInput } from "./review-input";

export const ReviewsBody = z.object({ sentAt: Time.optional(), reviews: Items });
export type ReviewsBody = z.infer<typeof ReviewsBody>;

/**
 * Records reviews in the order sent, each in a transaction of its own; a result is given only when
 * its review is on disk. The same id twice is once.
 * @throws StoreBusy when the store takes no writes; what was recorded until then is a duplicate next time
 */
export async function recordReviews(
  context: Context,
  { sentAt, reviews }: ReviewsBody,
): Promise<Result<BatchResults, never>> {
  const arrival = { sentAt, receivedAt: context.clock.now() };
  const results: ItemResult[] = [];
  for (const raw of reviews) {
    const parsed = ReviewInput.safeParse(raw);
    if (!parsed.success) {
      results.push(malformed(raw, parsed.error, "review"));
      continue;
    }
    const countedAt = countedTime(parsed.data.reviewedAt, arrival);
    results.push(await recordReview(context, parsed.data, { ...arrival, countedAt }));
  }
  return ok({ results });
}

async function recordReview(
  { database, learner, clock }: Context,
  said: ReviewInput,
  times: Times,
): Promise<ItemResult> {
  const found = await reviewContext(database.read, learner.id, said);
  if (!found) return rejected(said.id, "questionId: there is no such question");
  const key = { learnerId: learner.id, questionId: found.countsFor };

  const { points, unknown, suggested } = await pointsOf(database, learner, said);
  const { versionId, stored: before } = found;
  const known = { versionId, suggested };
  const { review, scheduled } = decideReview(said, times, learner, known, before);
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
    if (inOrder && (await advanceMemory(tx, key, found.stored, scheduled.memory, said.id)))
      return "advanced";
    await recordBetween(tx, review, learner, said);
    return "replayed";
  });

  const stored =
    outcome === "advanced" && scheduled
      ? { ...found.stored, memory: scheduled.memory }
      : await storedMemory(database.read, key);
  const memory = memoryView(stored, learner, clock.now());
  const meanwhile = meanwhileOf(said.questionId, found);
  if (outcome === "repeated")
    return { ...(await repeated(database, learner, review, memory)), ...meanwhile };
  const problem =
    unknown.length > 0 ? `Unknown key points were left out: ${unknown.join(", ")}` : null;
  return { id: said.id, status: "recorded", memory, ...(problem && { problem }), ...meanwhile };
}

/** What became of a question that a learner had before them; nothing where all is as it was. */
function meanwhileOf(questionId: string, { countsFor, isRetired }: ReviewContext) {
  const notice = countsFor === questionId ? isRetired && PUT_AWAY : MERGED;
  return notice ? { meanwhile: { notice, countsFor } } : {};
}

const MERGED = "It is one with another question now, and the grade counts there.";
const PUT_AWAY = "It was put away meanwhile, and keeps the grade.";

/** A review that others come after: it decides on what was known then, and the log is replayed. */
async function recordBetween(
  tx: Queries,
  review: NewReview,
  learner: Learner,
  said: ReviewInput,
): Promise<void> {
  const { learnerId, countedAt } = review;
  // Asked again: it may have been merged since the review was decided.
  const questionId = (await survivorOf(tx, review.questionId)) ?? review.questionId;
  const key = { learnerId, questionId };
  const log = await reviewLog(tx, key);
  const { resetAt } = await storedMemory(tx, key);
  const earlier = log.filter((other) => byCountedTime(other, review) < 0);
  // What came before a reset decided on what was known before it.
  const forgotten = isBeforeReset(review, resetAt) ? null : resetAt;
  const before = replay(earlier, learner.scheduling.weights, forgotten);
  const scheduled = schedule(
    { id: review.questionId, memory: before },
    said.rating,
    countedAt,
    learner.scheduling,
  );
  await reviseDecision(tx, review.id, decision(before, scheduled, countedAt, learner));
  await replayMemory(tx, learner, questionId);
}

function isNewest(review: NewReview, { memory, lastReviewId, resetAt }: StoredMemory): boolean {
  if (isBeforeReset(review, resetAt)) return false;
  if (memory.phase === "new" || lastReviewId === null) return true;
  return byCountedTime({ countedAt: memory.lastReviewedAt, id: lastReviewId }, review) < 0;
}

/** Whether a review was given before its question was started over, so that it no longer counts. */
function isBeforeReset({ countedAt }: NewReview, resetAt: Date | null): boolean {
  return resetAt !== null && countedAt <= resetAt;
}

/** The question's key points as the review has them; they are asked for only when it names some. */
async function pointsOf(
  { read }: Database,
  learner: Learner,
  said: ReviewInput,
): Promise<AssessedPoints> {
  const { recalledKeyPointIds, wrongKeyPointIds, suggestedKeyPointIds } = said;
  const isAsked = recalledKeyPointIds ?? wrongKeyPointIds ?? suggestedKeyPointIds;
  return assessedPoints(said, isAsked ? await knownPoints(read, learner.id, said.questionId) : []);
}

async function repeated(
  database: Database,
  learner: Learner,
  review: NewReview,
  memory: MemoryView,
): Promise<ItemResult> {
  const stored = await findReview(database.read, learner.id, review.id);
  if (stored?.contentHash === review.contentHash)
    return { id: review.id, status: "duplicate", memory };
  return {
    id: review.id,
    status: "conflict",
    problem: "Another review with this id and other content is recorded; nothing was changed.",
  };
}

import { z } from "zod";
import type { Learner } from "@/lib/db/learners";
import { advanceMemory, storedMemory } from "@/lib/db/memories";
import type { PlainQueries } from "@/lib/db/plain-queries";
import { findReview, reviewLog } from "@/lib/db/review-log";
import { notePoints } from "@/lib/db/note-points";
import type { StoredMemory } from "@/lib/db/stored-memory";
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
import { byCountedTime, replay } from "@/lib/domain/replay";
import { schedule } from "@/lib/domain/schedule";
import { ok, type Result } from "@/lib/result";
import { memoryView } from "@/lib/study/memory-view";
import type { Context } from "@/lib/use-case/context";
import { replayMemory } from "@/lib/use-case/replay-memory";
import type { BatchResults, ItemResult, Meanwhile } from "@/lib/wire/reviews";
import { type AssessedPoints, assessedPoints } from "./assessed-points";
import { eachAlone, Items, malformed, rejected, Time } from "./batch";
import { countedTime } from "./clock-error";
import { decideReview, decision, type Times } from "./decide-review";
import { ReviewInput } from "./review-input";

export const ReviewsBody = z.object({ sentAt: Time.optional(), reviews: Items });
export type ReviewsBody = z.infer<typeof ReviewsBody>;

/**
 * Records reviews in the order sent, each in a transaction of its own, with room for others between
 * them; a result is given only when its review is on disk. The same id twice is once.
 * @throws StoreBusy when the store takes no writes; what was recorded until then is a duplicate next time
 */
export async function recordReviews(
  context: Context,
  { sentAt, reviews }: ReviewsBody,
): Promise<Result<BatchResults, never>> {
  const arrival = { sentAt, receivedAt: context.clock.now() };
  const results = await eachAlone(reviews, async (raw) => {
    const parsed = ReviewInput.safeParse(raw);
    if (!parsed.success) return malformed(raw, parsed.error, "review");
    const countedAt = countedTime(parsed.data.reviewedAt, arrival);
    return recordReview(context, parsed.data, { ...arrival, countedAt });
  });
  return ok({ results });
}

async function recordReview(
  { database, learner, clock }: Context,
  said: ReviewInput,
  times: Times,
): Promise<ItemResult> {
  const recorded = await database.writePlainly((tx) => recordIn(tx, learner, said, times));
  if (!recorded) return rejected(said.id, "questionId: there is no such question");
  const { outcome, stored, unknown, meanwhile } = recorded;
  if (outcome === "conflict")
    return { id: said.id, status: outcome, problem: OTHER_CONTENT, ...meanwhile };
  const memory = memoryView(stored, learner, clock.now());
  const problem =
    unknown.length > 0 ? `Unknown key points were left out: ${unknown.join(", ")}` : null;
  return {
    id: said.id,
    status: outcome,
    memory,
    ...(outcome === "recorded" && problem && { problem }),
    ...meanwhile,
  };
}

const OTHER_CONTENT =
  "Another review with this id and other content is recorded; nothing was changed.";

/** What became of a review in its transaction, and the question's memory after it. */
type Recorded = {
  outcome: "recorded" | "duplicate" | "conflict";
  stored: StoredMemory;
  unknown: string[];
  meanwhile: { meanwhile?: Meanwhile };
};

/** Null when the question is unknown: nothing was written. */
async function recordIn(
  tx: PlainQueries,
  learner: Learner,
  said: ReviewInput,
  times: Times,
): Promise<Recorded | null> {
  const found = await reviewContext(tx, learner.id, said);
  if (!found) return null;
  const { points, unknown, suggested } = await pointsOf(tx, learner, said);
  const { versionId, stored, countsFor } = found;
  const { review, scheduled } = decideReview(
    said,
    times,
    learner,
    { versionId, suggested },
    stored,
  );
  const key = { learnerId: learner.id, questionId: countsFor };
  const told = { unknown, meanwhile: meanwhileOf(said.questionId, found) };

  if (said.sessionId)
    await ensureSession(tx, {
      id: said.sessionId,
      learnerId: learner.id,
      kind: sessionKind(said),
      scope: said.sessionScope ?? "",
      startedAt: times.countedAt,
    });
  if (!(await insertReview(tx, review)))
    return { ...told, outcome: await repeated(tx, review), stored };
  await insertReviewPoints(tx, said.id, points);
  const slipping = points.length > 0 ? await notePoints(tx, key) : stored.slipping;
  const before = { ...stored, slipping };
  if (!scheduled) return { ...told, outcome: "recorded", stored: before };
  const { memory } = scheduled;
  if (isNewest(review, before) && (await advanceMemory(tx, key, before, memory, said.id)))
    return { ...told, outcome: "recorded", stored: { ...before, memory } };
  await recordBetween(tx, review, learner, key.questionId);
  return { ...told, outcome: "recorded", stored: await storedMemory(tx, key) };
}

function sessionKind({ mode, sessionScope }: ReviewInput): string {
  const scope = new URLSearchParams(sessionScope ?? "");
  return mode === "scheduled" && scope.get("mode") === "ahead" ? "ahead" : mode;
}

/** Whether a review that is there already is the same as this one. */
async function repeated(
  tx: PlainQueries,
  { id, learnerId, contentHash }: NewReview,
): Promise<"duplicate" | "conflict"> {
  const stored = await findReview(tx, learnerId, id);
  return stored?.contentHash === contentHash ? "duplicate" : "conflict";
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
  tx: PlainQueries,
  review: NewReview,
  learner: Learner,
  questionId: string,
): Promise<void> {
  const key = { learnerId: learner.id, questionId };
  const log = await reviewLog(tx, key);
  const { resetAt } = await storedMemory(tx, key);
  const earlier = log.filter((other) => byCountedTime(other, review) < 0);
  // What came before a reset decided on what was known before it.
  const forgotten = isBeforeReset(review, resetAt) ? null : resetAt;
  const { scheduling } = learner;
  const before = replay(earlier, scheduling.weights, forgotten);
  const asked = { id: review.questionId, memory: before };
  const scheduled = schedule(asked, review.rating, review.countedAt, scheduling);
  await reviseDecision(tx, review.id, decision(before, scheduled, review.countedAt, learner));
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
  tx: PlainQueries,
  learner: Learner,
  said: ReviewInput,
): Promise<AssessedPoints> {
  const { recalledKeyPointIds, wrongKeyPointIds, suggestedKeyPointIds } = said;
  const isAsked = recalledKeyPointIds ?? wrongKeyPointIds ?? suggestedKeyPointIds;
  return assessedPoints(said, isAsked ? await knownPoints(tx, learner.id, said.questionId) : []);
}

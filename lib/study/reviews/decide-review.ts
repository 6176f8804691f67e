import type { Learner } from "@/lib/db/learners";
import type { Decision, NewReview } from "@/lib/db/study/reviews";
import type { Memory } from "@/lib/domain/memory";
import { retrievability, schedule, type Scheduled } from "@/lib/domain/schedule";
import { studyDay, utcOffsetMinutes } from "@/lib/domain/study-day";
import { contentHash, givenFields } from "./batch";
import type { Arrival } from "./clock-error";
import type { ReviewInput } from "./review-input";

/** When a review was sent and received, and when it counts. */
export type Times = Arrival & { countedAt: Date };

/** The review's row as decided on the memory known, and the memory that follows if it counts. */
export function decideReview(
  said: ReviewInput,
  { sentAt, receivedAt, countedAt }: Times,
  learner: Learner,
  { versionId, suggested }: { versionId: string; suggested: string[] | null },
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
    wrongAssessed: Array.isArray(said.wrongKeyPointIds),
    suggestedPoints: suggested && JSON.stringify(suggested),
    proposedRating: said.proposedRating ?? null,
    cues: said.cues ?? null,
    examiner: said.examiner ?? null,
    parameterSetId: learner.parameterSetId,
    desiredRetention: scheduling.desiredRetention,
    contentHash: reviewHash(said),
    ...decision(memory, scheduled, countedAt, learner),
  };
  return { review, scheduled };
}

/** What a review decides about the schedule, on the memory before it. */
export function decision(
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
    dueDayBefore: before.phase === "new" ? null : studyDay(before.dueAt, scheduling),
    phaseGiven: scheduled?.memory.phase ?? null,
    stepGiven: scheduled?.memory.step ?? null,
    dueGiven: scheduled?.memory.dueAt ?? null,
    repsGiven: scheduled?.memory.reps ?? null,
  };
}

/** The hash that names what was sent, whatever the order of the points. */
function reviewHash(said: ReviewInput): string {
  const { id: _, reviewedAt, recalledKeyPointIds, ...rest } = said;
  const wrongKeyPointIds = rest.wrongKeyPointIds?.toSorted();
  const suggestedKeyPointIds = rest.suggestedKeyPointIds?.toSorted();
  // A field that came later stands here when it is given alone: hashes made before stay the same.
  return contentHash([
    reviewedAt.toISOString(),
    recalledKeyPointIds?.toSorted() ?? null,
    givenFields({ ...rest, wrongKeyPointIds, suggestedKeyPointIds }),
  ]);
}

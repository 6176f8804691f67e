import { Prisma } from "@/lib/db/generated/client";
import type { Queries } from "@/lib/db/queries";
import { toRating } from "@/lib/db/review-log";
import type { MockPoint } from "@/lib/domain/mock-score";
import type { PointOutcome } from "@/lib/domain/point-history";
import type { Rating } from "@/lib/domain/rating";
import { groupBy } from "@/lib/group-by";
import type { SessionRow } from "./sessions";

/** The mock interviews of which a grade is stored, the newest first. */
export async function mockSessions(
  read: Queries,
  learnerId: string,
  limit: number,
): Promise<SessionRow[]> {
  return read.session.findMany({
    where: { learnerId, kind: "mock" },
    orderBy: { startedAt: "desc" },
    take: limit,
    select: { id: true, scope: true, startedAt: true },
  });
}

/** A question of a mock interview as it was scored. */
export type MockReview = {
  sessionId: string;
  /** The question that was asked. */
  askedId: string;
  /** What it counts for now, where that was merged into another. */
  questionId: string;
  prompt: string;
  /** The address of its topic. */
  topic: string;
  rating: Rating;
  durationMs: number;
  way: string | null;
  counts: boolean;
  points: (MockPoint & { section: string | null })[];
};

/** The grades of some mock interviews in the order given, but for those taken back. */
export async function mockReviews(
  read: Queries,
  learnerId: string,
  sessionIds: readonly string[],
): Promise<MockReview[]> {
  if (sessionIds.length === 0) return [];
  const ids = Prisma.join([...sessionIds]);
  const rows = await read.$queryRaw<ReviewRow[]>`
    SELECT r."id", r."sessionId", r."rating", r."durationMs", r."way", r."counts",
      r."questionId" AS "askedId", COALESCE(q."mergedIntoId", q."id") AS "questionId", said."prompt", topic."path" AS "topic"
    FROM "Review" r
    JOIN "Question" q ON q."id" = r."questionId"
    JOIN "Topic" topic ON topic."id" = q."topicId"
    JOIN "QuestionVersion" v ON v."id" = r."versionId"
    JOIN "QuestionText" said ON said."hash" = v."hash"
    WHERE r."sessionId" IN (${ids}) AND r."learnerId" = ${learnerId} AND r."undoneAt" IS NULL
    ORDER BY r."countedAt", r."id"`;
  const points = await read.$queryRaw<PointRow[]>`
    SELECT p."reviewId", p."outcome", COALESCE(c."text", k."text") AS "text",
      COALESCE(c."core", k."core") AS "core", k."section"
    FROM "Review" r
    CROSS JOIN "ReviewPoint" p ON p."reviewId" = r."id"
    CROSS JOIN "KeyPoint" k ON k."id" = p."keyPointId"
    LEFT JOIN "KeyPointChoice" c ON c."keyPointId" = k."id" AND c."learnerId" = ${learnerId}
    WHERE r."sessionId" IN (${ids}) AND r."learnerId" = ${learnerId} AND r."undoneAt" IS NULL
    ORDER BY p."reviewId", k."learnerId" NULLS FIRST, k."position", k."id"`;
  const byReview = groupBy(points, ({ reviewId }) => reviewId);
  return rows.map(({ id, rating, durationMs, counts, ...review }) => ({
    ...review,
    rating: toRating(Number(rating)),
    durationMs: Number(durationMs),
    counts: Boolean(Number(counts)),
    points: (byReview.get(id) ?? []).map(({ text, core, section, outcome }) => ({
      text,
      section,
      outcome,
      core: Boolean(Number(core)),
    })),
  }));
}

type Truth = boolean | number | bigint;
type ReviewRow = Pick<
  MockReview,
  "sessionId" | "askedId" | "questionId" | "prompt" | "topic" | "way"
> & {
  id: string;
  rating: number | bigint;
  durationMs: number | bigint;
  counts: Truth;
};
type PointRow = {
  reviewId: string;
  text: string;
  core: Truth;
  section: string | null;
  outcome: PointOutcome;
};

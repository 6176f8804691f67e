import type { Queries } from "./client";

/** Questions in use that neither the document nor the learner answers, as a condition. */
export function unansweredBy(learnerId: string) {
  return {
    retiredAt: null,
    answerHash: null,
    notes: { none: { learnerId, kind: "answer" } },
  } as const;
}

/** How many such questions each document has: document id → count. */
export async function unansweredCounts(
  read: Queries,
  learnerId: string,
): Promise<Map<string, number>> {
  const counts = await read.question.groupBy({
    by: ["documentId"],
    where: unansweredBy(learnerId),
    _count: { _all: true },
  });
  return new Map(counts.map(({ documentId, _count }) => [documentId, _count._all]));
}

import type { Queries } from "./client";

/** Questions in use that neither the document nor the learner answers, as a condition. */
export function unansweredBy(learnerId: string) {
  return {
    retiredAt: null,
    answerHash: null,
    notes: { none: { learnerId, kind: "answer" } },
  } as const;
}

/** How many such questions there are. */
export async function unansweredCount(read: Queries, learnerId: string): Promise<number> {
  return read.question.count({ where: unansweredBy(learnerId) });
}

/** How many such questions some documents have: document id → count, where there are any. */
export async function unansweredCounts(
  read: Queries,
  learnerId: string,
  documentIds: string[],
): Promise<Map<string, number>> {
  const counts = await read.question.groupBy({
    by: ["documentId"],
    where: { ...unansweredBy(learnerId), documentId: { in: documentIds } },
    _count: { _all: true },
  });
  return new Map(counts.map(({ documentId, _count }) => [documentId, _count._all]));
}

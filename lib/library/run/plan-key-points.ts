import type { StoredKeyPoint } from "@/lib/db/library/question-identities";
import type { KeyPointRow } from "@/lib/db/library/write-questions";
import type { DocumentsPlan } from "@/lib/db/library/write-documents";
import { EXTRACTOR_VERSION, type QuestionDraft } from "@/lib/ingest/extract-document";
import { sameKeyPoints } from "@/lib/ingest/reconcile/same-key-points";
import { newId } from "@/lib/use-case/ids";

/**
 * Plans a question's key points. One keeps its identity, and what learners did with it, where it is
 * clear which it is; one that is gone is put away, as reviews may point to it.
 */
export function planKeyPoints(
  plan: DocumentsPlan,
  { id: questionId, answerChanged }: { id: string; answerChanged: boolean },
  { keyPoints }: QuestionDraft,
  stored: readonly StoredKeyPoint[],
): void {
  const same = sameKeyPoints(keyPoints, stored, { answerChanged });
  const known = new Map(stored.map((point) => [point.id, point]));
  for (const [position, { text, section, start, end }] of keyPoints.entries()) {
    const row: KeyPointRow = {
      id: same[position] ?? newId(),
      questionId,
      position,
      text,
      section,
      answerStart: start,
      answerEnd: end,
      core: false,
      extractorVersion: EXTRACTOR_VERSION,
      retiredAt: null,
    };
    const before = known.get(row.id);
    if (!before || differs(row, before)) plan.keyPoints.push(row);
    if (before?.retiredAt) plan.restoredKeyPoints.push(row.id);
  }
  const kept = new Set(same);
  for (const { id, retiredAt } of stored)
    if (retiredAt === null && !kept.has(id)) plan.retiredKeyPoints.push(id);
}

/** Whether a stored row is another than the one wanted. */
export function differs(wanted: object, stored: object): boolean {
  return Object.entries(wanted).some(([key, value]) => value !== Reflect.get(stored, key));
}

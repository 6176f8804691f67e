import { UNFINISHED } from "@/lib/db/documents";
import type { DocumentFiles, DocumentsPlan } from "@/lib/db/write-documents";
import { groupBy } from "@/lib/group-by";
import { emptyPlan } from "./plan-documents";

/** Of one transaction: a long question takes half a millisecond, and gradings wait for it. */
const PART = { questions: 100, topics: 500 };

/**
 * Parts a plan that many new questions would make a long transaction. They are written ahead, some at
 * a time, and put away at once; the last plan brings them back with all else that it changes. So the
 * documents stay wholly old until they are wholly new, and a later run finds what a stopped one left
 * among what is put away. `isStored`: whether a document is there already.
 */
export function inParts(
  plan: DocumentsPlan,
  isNew: (questionId: string) => boolean,
  isStored: (documentId: string) => boolean,
): DocumentsPlan[] {
  const ahead = plan.questions.filter(({ id }) => isNew(id));
  if (ahead.length <= PART.questions) return [plan];
  const nothing = emptyPlan(plan.at);
  const beside = byQuestion(plan);
  const unstored = plan.documents.filter(({ row }) => !isStored(row.id));
  return [
    { ...nothing, documents: unstored.map(unfinished(plan.at)) },
    ...chunks(plan.topics, PART.topics).map((topics) => ({ ...nothing, topics })),
    ...chunks(ahead, PART.questions).map((questions) => {
      const ids = questions.map(({ id }) => id);
      return { ...nothing, questions, retiredQuestions: ids, ...beside(ids) };
    }),
    withoutNew(plan, isNew),
  ];
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const starts = items.flatMap((_, i) => (i % size === 0 ? [i] : []));
  return starts.map((start) => items.slice(start, start + size));
}

/** What a plan writes beside some questions. */
function byQuestion({ versions, keyPoints, tags }: DocumentsPlan) {
  const [version, points, named] = [of(versions), of(keyPoints), of(tags)];
  return (ids: readonly string[]) => ({
    versions: version(ids),
    keyPoints: points(ids),
    tags: named(ids),
  });
}

function of<Row extends { questionId: string }>(rows: readonly Row[]) {
  const byId = groupBy(rows, ({ questionId }) => questionId);
  return (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
}

function withoutNew(plan: DocumentsPlan, isNew: (questionId: string) => boolean): DocumentsPlan {
  const isKnown = ({ questionId }: { questionId: string }) => !isNew(questionId);
  const ahead = plan.questions.filter(({ id }) => isNew(id)).map(({ id }) => id);
  return {
    ...plan,
    topics: [],
    questions: plan.questions.filter(({ id }) => !isNew(id)),
    restoredQuestions: [...plan.restoredQuestions, ...ahead],
    versions: plan.versions.filter(isKnown),
    keyPoints: plan.keyPoints.filter(isKnown),
    tags: plan.tags.filter(isKnown),
  };
}

/** A document that nobody sees yet; its file and its pictures come with the last plan. */
function unfinished(at: Date) {
  return ({ row }: DocumentFiles): DocumentFiles => ({
    row: { ...row, retiredAt: at, retiredBy: UNFINISHED },
    bytes: null,
    pictures: null,
  });
}

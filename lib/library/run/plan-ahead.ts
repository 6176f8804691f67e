import { UNFINISHED } from "@/lib/db/library/documents";
import type { QuestionRows } from "@/lib/db/library/write-questions";
import type { DocumentFiles, DocumentsPlan } from "@/lib/db/library/write-documents";
import { groupBy } from "@/lib/group-by";
import { emptyPlan } from "./plan-documents";

/** What has more questions is written in parts. */
const LARGE = 100;

/** Of one transaction: gradings wait for it. */
const PART = { questions: 50, topics: 500 };

/**
 * Parts a plan that many questions would make a long transaction. What it makes of them is written
 * ahead, some at a time: new ones are put away at once, and what changes of known ones is staged.
 * The last plan brings the new ones back and takes the changes over, with all else. So the documents
 * stay wholly old until they are wholly new, and a later run finds what a stopped one left of new
 * questions among what is put away. `isStored`: whether a document is there already.
 */
export function inParts(
  plan: DocumentsPlan,
  isNew: (questionId: string) => boolean,
  isStored: (documentId: string) => boolean,
): DocumentsPlan[] {
  const touched = questionsIn(plan);
  if (touched.length <= LARGE) return [plan];
  const isKnown = (id: string) => !isNew(id);
  const fresh = touched.filter(isNew);
  const [rowsOf, tagsOf] = [rowsIn(plan), rowsBy(plan.tags, ({ questionId }) => questionId)];
  const nothing = emptyPlan(plan.at);
  const unstored = plan.documents.filter(({ row }) => !isStored(row.id));
  return [
    ...chunks(unstored, PART.questions).map((documents) => ({
      ...nothing,
      documents: documents.map(unfinished(plan.at)),
    })),
    ...chunks(plan.topics, PART.topics).map((topics) => ({ ...nothing, topics })),
    ...chunks(fresh, PART.questions).map((ids) => ({
      ...nothing,
      ...rowsOf(ids),
      retiredQuestions: ids,
      tags: tagsOf(ids),
    })),
    ...chunks(touched.filter(isKnown), PART.questions).map((ids) => ({
      ...nothing,
      staged: rowsOf(ids),
    })),
    {
      ...plan,
      ...nothing.staged,
      topics: [],
      takesStaged: true,
      restoredQuestions: [...plan.restoredQuestions, ...fresh],
      tags: plan.tags.filter(({ questionId }) => isKnown(questionId)),
    },
  ];
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const starts = items.flatMap((_, i) => (i % size === 0 ? [i] : []));
  return starts.map((start) => items.slice(start, start + size));
}

/** The ids of the questions of which a plan writes something. */
function questionsIn({ questions, versions, keyPoints }: QuestionRows): string[] {
  const beside = [...versions, ...keyPoints].map(({ questionId }) => questionId);
  return [...new Set([...questions.map(({ id }) => id), ...beside])];
}

/** What a plan writes of some questions. */
function rowsIn({ questions, versions, keyPoints }: QuestionRows) {
  const [question, version, points] = [
    rowsBy(questions, ({ id }) => id),
    rowsBy(versions, ({ questionId }) => questionId),
    rowsBy(keyPoints, ({ questionId }) => questionId),
  ];
  return (ids: readonly string[]): QuestionRows => ({
    questions: question(ids),
    versions: version(ids),
    keyPoints: points(ids),
  });
}

function rowsBy<Row>(rows: readonly Row[], questionOf: (row: Row) => string) {
  const byId = groupBy(rows, questionOf);
  return (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
}

/** A document that nobody sees yet; its file and its pictures come with the last plan. */
function unfinished(at: Date) {
  return ({ row }: DocumentFiles): DocumentFiles => ({
    row: { ...row, retiredAt: at, retiredBy: UNFINISHED },
    bytes: null,
    pictures: null,
  });
}

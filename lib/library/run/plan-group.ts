import type { Queries } from "@/lib/db/queries";
import { documentKeyPoints, questionTags } from "@/lib/db/library/question-identities";
import type { DocumentsPlan } from "@/lib/db/library/write-documents";
import { groupBy } from "@/lib/group-by";
import type { Run } from "./decide-run";
import type { QuestionOutcome } from "./outcomes";
import { questionsOf } from "./packed-draft";
import { inParts } from "./plan-ahead";
import { emptyPlan, planDocument } from "./plan-documents";
import type { Group } from "./plan-run";

/** What became of a document's questions: of each draft, in order, and of those that are gone. */
export type DocumentOutcomes = { path: string; questions: QuestionOutcome[]; retired: string[] };

/**
 * The rows of a group, made up before they are written, and what becomes of its questions. The last
 * of the plans is the one that counts; a large group has others before it.
 */
export async function planGroup(
  read: Queries,
  group: Group,
  { origin, at, paths, topics }: Run,
): Promise<{ plans: DocumentsPlan[]; outcomes: DocumentOutcomes[] }> {
  const plan = emptyPlan(at);
  plan.retiredDocuments = group.retiredDocuments;
  plan.retiredQuestions = group.retired.map(({ id }) => id);
  const known = group.documents.flatMap(({ questions }) =>
    questions.flatMap((question) => question.known?.id ?? []),
  );
  const points = groupBy(await documentKeyPoints(read, known), ({ questionId }) => questionId);
  const tags = groupBy(await questionTags(read, known), ({ questionId }) => questionId);
  const outcomes: DocumentOutcomes[] = [];
  for (const document of group.documents) {
    const drafts = await questionsOf(document.draft);
    await topics.prepare(drafts.map(({ topicPath }) => topicPath));
    const taken = { ...document, drafts };
    outcomes.push({
      path: document.draft.path,
      questions: planDocument(plan, taken, origin, topics, { points, tags, paths }),
      retired: group.retired.flatMap(({ id, documentId }) =>
        documentId === document.documentId ? [id] : [],
      ),
    });
  }
  const isKnown = new Set(known);
  const plans = inParts(
    plan,
    (id) => !isKnown.has(id),
    (id) => paths.has(id),
  );
  return { plans, outcomes };
}

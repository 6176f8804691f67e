import type { DocumentPlan, StoredQuestion } from "@/lib/db/documents";
import {
  type DocumentDraft,
  EXTRACTOR_VERSION,
  type QuestionDraft,
} from "@/lib/ingest/extract-document";
import { answerHash, promptKey, reconcile, versionHash } from "@/lib/ingest/reconcile";
import type { Origin } from "@/lib/ingest/read-documents";
import { newId } from "./ids";
import type { TopicTree } from "./plan-topics";

/** How many questions met which fate. Each is counted once, under the first that fits. */
export type Changes = Record<(typeof FATES)[number], number>;

export const FATES = ["added", "restored", "moved", "changed", "unchanged", "retired"] as const;

export const NO_CHANGES: Changes = {
  added: 0,
  restored: 0,
  moved: 0,
  changed: 0,
  unchanged: 0,
  retired: 0,
};

/** What a draft would make of a stored document: the rows to write, and the changes to report. */
export function planDocument(
  document: { id: string; origin: Origin },
  draft: DocumentDraft,
  stored: readonly StoredQuestion[],
  topics: TopicTree,
  at: Date,
): { plan: DocumentPlan; changes: Changes } {
  const { ids, gone } = reconcile(draft.questions, stored.map(toKnown));
  const byId = new Map(stored.map((question) => [question.id, question]));
  const plan = emptyPlan(document, draft, at);
  const changes = { ...NO_CHANGES };
  for (const [position, question] of draft.questions.entries()) {
    const topicId = topics.find(question.topicPath).id;
    const row = questionRow(question, document.id, topicId, position);
    const known = byId.get(ids[position] ?? "");
    changes[known ? planKnown(plan, known, row, question) : planNew(plan, row, question)] += 1;
  }
  plan.topics = topics.takeMade();
  plan.retiredQuestions = gone.filter((id) => byId.get(id)?.retiredAt === null);
  changes.retired = plan.retiredQuestions.length;
  return { plan, changes };
}

type QuestionRow = ReturnType<typeof questionRow>;

function planNew(plan: DocumentPlan, row: QuestionRow, draft: QuestionDraft): "added" {
  const id = newId();
  plan.questions.push({ id, ...row });
  plan.versions.push(versionRow(id, draft, plan.at));
  draft.keyPoints.forEach((_, i) => plan.keyPoints.push(keyPointRow(id, draft, i)));
  if (draft.tags.length > 0) plan.tags.push({ questionId: id, names: draft.tags });
  return "added";
}

function planKnown(
  plan: DocumentPlan,
  stored: StoredQuestion,
  row: QuestionRow,
  draft: QuestionDraft,
): Exclude<keyof Changes, "added" | "retired"> {
  // What the learner put away stays away.
  const restored = stored.retiredAt !== null && stored.retiredBy === "source";
  const data = restored ? { ...row, retiredAt: null, retiredBy: null } : row;
  const rewritten = stored.versions[0]?.hash !== versionHash(draft);
  if (restored || differs(row, stored)) plan.changedQuestions.push({ id: stored.id, data });
  if (rewritten) {
    plan.replacedVersionsOf.push(stored.id);
    plan.versions.push(versionRow(stored.id, draft, plan.at));
  }
  planKeyPoints(plan, stored, draft);
  const tagged = planTags(plan, stored, draft);
  if (restored) return "restored";
  if (stored.topicId !== row.topicId) return "moved";
  return rewritten || tagged || stored.number !== row.number ? "changed" : "unchanged";
}

/** Key points keep their identity by their text; what is gone is retired, as reviews may point to it. */
function planKeyPoints(plan: DocumentPlan, stored: StoredQuestion, draft: QuestionDraft): void {
  const left = [...stored.keyPoints];
  draft.keyPoints.forEach((point, i) => {
    const row = keyPointRow(stored.id, draft, i);
    const at = left.findIndex(({ text }) => text === point.text);
    const [known] = at === -1 ? [] : left.splice(at, 1);
    if (!known) {
      plan.keyPoints.push(row);
      return;
    }
    const { id: _, core: __, ...data } = { ...row, retiredAt: null };
    if (differs(data, known)) plan.changedKeyPoints.push({ id: known.id, data });
  });
  for (const { id, retiredAt } of left) if (retiredAt === null) plan.retiredKeyPoints.push(id);
}

function planTags(plan: DocumentPlan, stored: StoredQuestion, draft: QuestionDraft): boolean {
  const had = stored.tags.map(({ tag }) => tag.name).toSorted();
  if (had.join("\n") === draft.tags.toSorted().join("\n")) return false;
  plan.tags.push({ questionId: stored.id, names: draft.tags });
  return true;
}

function emptyPlan(
  { id, origin }: { id: string; origin: Origin },
  draft: DocumentDraft,
  at: Date,
): DocumentPlan {
  return {
    document: {
      id,
      origin,
      path: draft.path,
      title: draft.title,
      dialect: draft.dialect,
      sha256: draft.sha256,
      extractorVersion: EXTRACTOR_VERSION,
      encodingRepairs: draft.encodingRepairs,
      problems: JSON.stringify(draft.problems),
      takenInAt: at,
      retiredAt: null,
      retiredBy: null,
    },
    bytes: null,
    pictures: [],
    topics: [],
    questions: [],
    changedQuestions: [],
    versions: [],
    replacedVersionsOf: [],
    keyPoints: [],
    changedKeyPoints: [],
    retiredKeyPoints: [],
    retiredQuestions: [],
    tags: [],
    at,
  };
}

function questionRow(draft: QuestionDraft, documentId: string, topicId: string, position: number) {
  const { number, line, difficulty, kind, explicitId } = draft;
  return {
    documentId,
    topicId,
    position,
    number,
    line,
    difficulty,
    promptKey: promptKey(draft.prompt),
    answerHash: answerHash(draft.answer),
    kind,
    explicitId,
  };
}

function versionRow(questionId: string, draft: QuestionDraft, since: Date) {
  const { prompt, answer } = draft;
  return { id: newId(), questionId, prompt, answer, hash: versionHash(draft), since };
}

function keyPointRow(questionId: string, { keyPoints }: QuestionDraft, position: number) {
  const point = keyPoints[position];
  if (!point) throw new Error(`No key point ${position}`);
  return {
    id: newId(),
    questionId,
    position,
    text: point.text,
    section: point.section,
    answerStart: point.start,
    answerEnd: point.end,
    core: false,
    extractorVersion: EXTRACTOR_VERSION,
  };
}

function toKnown({ id, versions }: StoredQuestion) {
  const [current] = versions;
  if (!current) throw new Error(`Question ${id} has no current version`);
  return { id, prompt: current.prompt, answer: current.answer };
}

function differs(wanted: object, stored: object): boolean {
  return Object.entries(wanted).some(([key, value]) => value !== Reflect.get(stored, key));
}

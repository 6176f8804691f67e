import type { StoredKeyPoint } from "@/lib/db/library/question-identities";
import type { PictureRow } from "@/lib/db/media";
import type { QuestionRow } from "@/lib/db/library/write-questions";
import type { DocumentRow, DocumentsPlan } from "@/lib/db/library/write-documents";
import { EXTRACTOR_VERSION, type QuestionDraft } from "@/lib/ingest/extract-document";
import type { Origin } from "@/lib/ingest/read-documents";
import { outcomeOf, isRewritten, type QuestionOutcome } from "./outcomes";
import type { PackedDraft } from "./packed-draft";
import { newId } from "@/lib/use-case/ids";
import type { Matched } from "./match-drafts";
import { differs, planKeyPoints } from "./plan-key-points";
import type { TopicTree } from "./plan-topics";

/** A document of a run with its questions. */
export type TakenDocument = {
  documentId: string;
  draft: PackedDraft;
  stamp: string | null;
  /** The file itself, where it is kept. */
  bytes: Uint8Array<ArrayBuffer> | null;
  /** Null where they stay as they are. */
  pictures: PictureRow[] | null;
  questions: Matched[];
};

/** What is stored beside the questions known, by question. */
type Details = {
  points: ReadonlyMap<string, StoredKeyPoint[]>;
  tags: ReadonlyMap<string, { name: string }[]>;
  /** Where documents were before this run, by id. */
  paths: ReadonlyMap<string, string>;
};

/**
 * Adds to a transaction's plan what a document makes of its questions; answers what becomes of each.
 * `drafts`: all that it says of them.
 */
export function planDocument(
  plan: DocumentsPlan,
  { drafts, ...document }: TakenDocument & { drafts: readonly QuestionDraft[] },
  origin: Origin,
  topics: TopicTree,
  details: Details,
): QuestionOutcome[] {
  const { bytes, pictures } = document;
  plan.documents.push({ row: documentRow(document, origin, plan.at), bytes, pictures });
  const outcomes = drafts.flatMap((draft, position) => {
    const matched = document.questions[position];
    if (!matched) return [];
    const { id, known } = matched;
    const row = questionRow(matched, draft, { topicId: topics.find(draft.topicPath).id, position });
    const had = (details.tags.get(id) ?? []).map(({ name }) => name);
    const isTagged = planTags(plan, { id, tags: draft.tags }, had);
    const isOtherFile =
      known !== null && details.paths.get(known.documentId) !== document.draft.path;
    if (!known || differs(row, known)) plan.questions.push(row);
    if (known?.retiredBy === "source") plan.restoredQuestions.push(known.id);
    planVersion(plan, matched, draft);
    planKeyPoints(
      plan,
      { id, answerChanged: known?.answerHash !== row.answerHash },
      draft,
      details.points.get(id) ?? [],
    );
    return [outcomeOf(matched, row, { isTagged, isOtherFile })];
  });
  plan.topics.push(...topics.takeMade());
  return outcomes;
}

/** A plan that writes nothing. */
export function emptyPlan(at: Date): DocumentsPlan {
  return {
    at,
    documents: [],
    retiredDocuments: [],
    topics: [],
    questions: [],
    versions: [],
    keyPoints: [],
    staged: { questions: [], versions: [], keyPoints: [] },
    takesStaged: false,
    restoredQuestions: [],
    retiredQuestions: [],
    retiredKeyPoints: [],
    restoredKeyPoints: [],
    tags: [],
  };
}

function planVersion(
  plan: DocumentsPlan,
  matched: Matched,
  { prompt, answer }: QuestionDraft,
): void {
  if (!isRewritten(matched)) return;
  const { id: questionId, versionHash: hash } = matched;
  plan.versions.push({ id: newId(), questionId, prompt, answer, hash, since: plan.at });
}

function planTags(
  plan: DocumentsPlan,
  { id, tags }: { id: string; tags: string[] },
  had: readonly string[],
): boolean {
  if (had.toSorted().join("\n") === tags.toSorted().join("\n")) return false;
  plan.tags.push({ questionId: id, names: tags });
  return true;
}

function documentRow(
  { documentId, draft, stamp }: Omit<TakenDocument, "questions">,
  origin: Origin,
  at: Date,
): DocumentRow {
  return {
    id: documentId,
    origin,
    path: draft.path,
    title: draft.title,
    dialect: draft.dialect,
    dialectReason: draft.dialectReason,
    sha256: draft.sha256,
    extractorVersion: EXTRACTOR_VERSION,
    encodingRepairs: draft.encodingRepairs,
    problems: JSON.stringify(draft.problems),
    takenInAt: at,
    retiredAt: null,
    retiredBy: null,
    fileStamp: stamp,
  };
}

function questionRow(
  { id, documentId, promptKey, answerHash }: Matched,
  { number, line, explicitId, kind, difficulty }: QuestionDraft,
  place: { topicId: string; position: number },
): QuestionRow {
  const keys = { explicitId, promptKey, answerHash };
  return { id, documentId, ...place, number, line, ...keys, kind, difficulty };
}

import type { Clock } from "@/lib/clock";
import type { Database } from "@/lib/db/client";
import {
  type DocumentPlan,
  finishRun,
  questionCounts,
  questionsOfDocument,
  retireDocument,
  startRun,
  type StoredDocument,
  storedDocuments,
  writeDocument,
} from "@/lib/db/documents";
import { pictureHashes } from "@/lib/db/media";
import { allTopics } from "@/lib/db/topics";
import {
  type DocumentDraft,
  EXTRACTOR_VERSION,
  extractDocument,
  fingerprint,
  type SourceFile,
} from "@/lib/ingest/extract-document";
import type { ReadDocuments, ReadPicture } from "@/lib/ingest/read-documents";
import { diagramFault } from "@/lib/markdown/diagram";
import { err } from "@/lib/result";
import { newId } from "./ids";
import { type Changes, FATES, NO_CHANGES, planDocument } from "./plan-document";
import { picturesDiffer, takePictures } from "./pictures";
import { TopicTree } from "./plan-topics";

/** A thing that a run would not decide by itself; nothing is lost until it is answered. */
export type Ask = { kind: "retire"; questions: number; message: string; remedy: string };

export type IngestChanges = Changes & { asks: Ask[] };

export type IngestOptions = {
  dryRun: boolean;
  /** Retire what is missing, however much it is. */
  retireMissing: boolean;
  /** Report the questions of unchanged documents too. */
  everything: boolean;
  onProgress?: (done: number, of: number) => void;
};

/** Makes a file's drafts; here, or somewhere that a bad file can't hold up. */
export type Extract = (file: SourceFile) => Promise<DocumentDraft>;

/** What an ingest takes: the store, the time, and what makes drafts of a file. */
export type IngestContext = { database: Database; clock: Clock; extract: Extract };

/** Makes a file's drafts in this thread. */
export const extractHere: Extract = async (file) => extractDocument(file, diagramFault);

/** Documents as they would be taken in, without a store. */
export async function extractDocuments(
  extract: Extract,
  files: readonly SourceFile[],
  onProgress?: IngestOptions["onProgress"],
): Promise<DocumentDraft[]> {
  const drafts: DocumentDraft[] = [];
  for (const [i, file] of files.entries()) {
    drafts.push(await extract(file));
    onProgress?.(i + 1, files.length);
    await pause();
  }
  return drafts;
}

/**
 * Takes documents in: one short transaction a document, so that a stopped run leaves each wholly
 * old or wholly new, and the next one continues. Unchanged files are not even parsed. With
 * `dryRun` it reports the same changes and writes nothing.
 */
export async function ingestDocuments(
  { database, clock, extract }: IngestContext,
  { origin, files, lookedAt, readPicture = noPicture }: ReadDocuments,
  options: IngestOptions,
): Promise<{ documents: DocumentDraft[]; changes: IngestChanges }> {
  const at = clock.now();
  const stored = (await storedDocuments(database.read, origin)).filter(({ path }) =>
    lookedAt(path),
  );
  const counts = await questionCounts(database.read);
  const pictures = await pictureHashes(database.read);
  const run: Run = { plans: [], gone: [], documents: [], changes: { ...NO_CHANGES, asks: [] } };
  const topics = new TopicTree(await allTopics(database.read));

  for (const [i, file] of files.entries()) {
    const known = stored.find(({ path }) => path === file.path);
    const same =
      known !== undefined &&
      isUnchanged(known, file) &&
      !(await picturesDiffer(known, pictures.get(known.id) ?? [], readPicture));
    if (same && !options.retireMissing) run.changes.unchanged += counts.get(known.id) ?? 0;
    if (!same || options.retireMissing || options.everything) {
      const draft = await extract(file);
      const shown = await takePictures(database, draft, readPicture, options);
      run.documents.push(draft);
      if (!same || options.retireMissing) {
        const questions = known ? await questionsOfDocument(database.read, known.id) : [];
        const planned = planDocument(
          { id: known?.id ?? newId(), origin },
          draft,
          questions,
          topics,
          at,
        );
        const bytes = origin === "upload" ? new Uint8Array(file.bytes) : null;
        run.plans.push({ ...planned.plan, bytes, pictures: shown });
        addChanges(run.changes, planned.changes);
      }
    }
    options.onProgress?.(i + 1, files.length);
    await pause();
  }

  const present = new Set(files.map(({ path }) => path));
  run.gone = stored.filter(({ path, retiredAt }) => retiredAt === null && !present.has(path));
  for (const { id } of run.gone) run.changes.retired += counts.get(id) ?? 0;

  const before = stored.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0);
  if (run.changes.retired > before / 3 && !options.retireMissing) askBeforeRetiring(run);
  if (!options.dryRun) await write(database, clock, run);
  return { documents: run.documents, changes: run.changes };
}

type Run = {
  plans: DocumentPlan[];
  gone: StoredDocument[];
  documents: DocumentDraft[];
  changes: IngestChanges;
};

const noPicture: ReadPicture = async (_, path) =>
  err({
    code: "picture-missing",
    message: `The picture “${path}” did not come with the document.`,
    remedy: "Take the document in together with it, as a folder or an archive.",
  });

function isUnchanged(known: StoredDocument, file: SourceFile): boolean {
  return (
    known.retiredAt === null &&
    known.extractorVersion === EXTRACTOR_VERSION &&
    known.sha256 === fingerprint(file.bytes)
  );
}

function addChanges(sum: IngestChanges, changes: Changes): void {
  for (const fate of FATES) sum[fate] += changes[fate];
}

/** So many at once is more likely a moved folder or a bad edit than a wish. */
function askBeforeRetiring(run: Run): void {
  const questions = run.changes.retired;
  const message = `${questions} questions are no longer in the documents: more than a third, so none was retired.`;
  const remedy = "If they should go, run: npm run ingest -- --retire-missing PATH";
  run.changes.asks.push({ kind: "retire", questions, message, remedy });
  run.changes.retired = 0;
  run.gone = [];
  for (const plan of run.plans.filter(({ retiredQuestions }) => retiredQuestions.length > 0)) {
    const draft = run.documents.find(({ path }) => path === plan.document.path);
    const missing = plan.retiredQuestions.length;
    draft?.problems.push({
      line: 1,
      severity: "warning",
      code: "questions-missing",
      message: `${missing} questions are no longer in this document and were kept.`,
      remedy,
    });
    plan.retiredQuestions = [];
    plan.document.problems = JSON.stringify(draft?.problems ?? []);
  }
}

async function write(database: Database, clock: Clock, run: Run): Promise<void> {
  if (run.plans.length + run.gone.length === 0) return;
  const runId = newId();
  await startRun(database, runId, clock.now());
  for (const plan of run.plans) await writeDocument(database, plan, newId);
  for (const { id } of run.gone) await retireDocument(database, id, clock.now());
  await finishRun(database, runId, clock.now(), run.changes);
}

/** Lets other work run between two documents. */
function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

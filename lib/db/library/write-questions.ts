import { breathe } from "@/lib/breathe";
import type { Queries } from "@/lib/db/queries";
import { inChunks } from "@/lib/db/in-chunks";
import { listed, named, orUpdate, put, type Table } from "./put-rows";

/** What documents say of questions, as rows. */
export type QuestionRows = {
  /** New ones, and known ones of which something changed. */
  questions: QuestionRow[];
  versions: (VersionRow & TextRow)[];
  /** New ones, and known ones of which something changed; they are in use. */
  keyPoints: KeyPointRow[];
};

/** What a document says of a question; whether it is in use is not its to say. */
export type QuestionRow = {
  id: string;
  documentId: string;
  topicId: string;
  position: number;
  number: number | null;
  line: number;
  explicitId: string | null;
  promptKey: string;
  answerHash: string | null;
  kind: string;
  difficulty: string | null;
};

/** That a question says something else from now on. */
type VersionRow = { id: string; questionId: string; hash: string; since: Date };

/** What it says. Of a text that was said before, there is a row. */
type TextRow = { hash: string; prompt: string; answer: string | null };

export type KeyPointRow = {
  id: string;
  questionId: string;
  position: number;
  text: string;
  section: string | null;
  answerStart: number | null;
  answerEnd: number | null;
  /** Learners' choices stand apart. */
  core: false;
  extractorVersion: string;
  retiredAt: null;
};

/** A table with another in which its rows wait. */
type Staged<Row> = Table<Row> & { staged: string };

const QUESTIONS: Staged<QuestionRow> = {
  name: "Question",
  staged: "StagedQuestion",
  stay: ["id"],
  change: [
    "documentId",
    "topicId",
    "position",
    "number",
    "line",
    "explicitId",
    "promptKey",
    "answerHash",
    "kind",
    "difficulty",
  ],
};

const VERSIONS: Staged<VersionRow> = {
  name: "QuestionVersion",
  staged: "StagedVersion",
  stay: ["id", "questionId", "hash", "since"],
  change: [],
};

const TEXTS: Table<TextRow> = {
  name: "QuestionText",
  stay: ["hash", "prompt", "answer"],
  change: [],
};

const KEY_POINTS: Staged<KeyPointRow> = {
  name: "KeyPoint",
  staged: "StagedKeyPoint",
  // To say again whose a point is would have its index written anew.
  stay: ["id", "questionId"],
  change: [
    "position",
    "text",
    "section",
    "answerStart",
    "answerEnd",
    "core",
    "extractorVersion",
    "retiredAt",
  ],
};

/** Writes questions, new or known. */
export const putQuestions = (tx: Queries, rows: readonly QuestionRow[]) =>
  inChunks(rows, (some) => put(tx, QUESTIONS, some));

/** Writes what questions say from now on, in place of what they said before. */
export async function putVersions(
  tx: Queries,
  rows: QuestionRows["versions"],
  at: Date,
): Promise<void> {
  await inChunks(rows, async (some) => {
    const questionId = { in: some.map((row) => row.questionId) };
    const data = { replacedAt: at };
    await tx.questionVersion.updateMany({ where: { questionId, replacedAt: null }, data });
    await put(tx, TEXTS, some);
    await put(tx, VERSIONS, some);
  });
}

/** Writes key points, new or known. */
export const putKeyPoints = (tx: Queries, rows: readonly KeyPointRow[]) =>
  inChunks(rows, (some) => put(tx, KEY_POINTS, some));

/**
 * Writes rows where nobody reads them, to be taken over: that is done within the database, several
 * times as fast as writing them. Texts are long, and go where they stay: no version says them yet.
 */
export async function stageRows(
  tx: Queries,
  { questions, versions, keyPoints }: QuestionRows,
): Promise<void> {
  await inChunks(questions, (some) => put(tx, waiting(QUESTIONS), some));
  await inChunks(versions, (some) => put(tx, TEXTS, some));
  await inChunks(versions, (some) => put(tx, waiting(VERSIONS), some));
  await inChunks(keyPoints, (some) => put(tx, waiting(KEY_POINTS), some));
}

/** Takes over the questions that were staged, what they say from a time on and their key points. */
export async function takeStaged(tx: Queries, at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "QuestionVersion" SET "replacedAt" = ${at}
    WHERE "replacedAt" IS NULL AND "questionId" IN (SELECT "questionId" FROM "StagedVersion")`;
  for (const table of [QUESTIONS, VERSIONS, KEY_POINTS]) {
    await takeOver(tx, table);
    await breathe();
  }
  await clearStaged(tx);
}

/** Forgets what was staged and not taken over, by a run that was stopped. */
export async function clearStaged(tx: Queries): Promise<void> {
  for (const { staged } of [QUESTIONS, VERSIONS, KEY_POINTS])
    await tx.$executeRaw`DELETE FROM ${named(staged)}`;
}

async function takeOver(tx: Queries, table: Staged<never>): Promise<void> {
  const columns = listed([...table.stay, ...table.change]);
  // Without a condition, SQLite would take the conflict's ON for a join's.
  await tx.$executeRaw`
    INSERT INTO ${named(table.name)} (${columns})
    SELECT ${columns} FROM ${named(table.staged)} WHERE true ${orUpdate(table)}`;
}

function waiting<Row>({ staged, ...table }: Staged<Row>): Table<Row> {
  return { ...table, name: staged };
}

import { breathe } from "@/lib/breathe";
import type { Queries } from "./client";
import { Prisma } from "./generated/client";
import { inChunks } from "./in-chunks";

/** What documents say of questions, as rows. */
export type QuestionRows = {
  /** New ones, and known ones of which something changed. */
  questions: QuestionRow[];
  versions: VersionRow[];
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

/** What a question says from now on. */
export type VersionRow = {
  id: string;
  questionId: string;
  prompt: string;
  answer: string | null;
  hash: string;
  since: Date;
};

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

/** A table of such rows, and the one in which they wait. */
type Table<Row> = { name: string; staged: string; columns: readonly (keyof Row & string)[] };

const QUESTIONS: Table<QuestionRow> = {
  name: "Question",
  staged: "StagedQuestion",
  columns: [
    "id",
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

const VERSIONS: Table<VersionRow> = {
  name: "QuestionVersion",
  staged: "StagedVersion",
  columns: ["id", "questionId", "prompt", "answer", "hash", "since"],
};

const KEY_POINTS: Table<KeyPointRow> = {
  name: "KeyPoint",
  staged: "StagedKeyPoint",
  columns: [
    "id",
    "questionId",
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
  inChunks(rows, (some) => put(tx, QUESTIONS, QUESTIONS.name, some));

/** Writes what questions say from now on. What they said before is replaced already. */
export const putVersions = (tx: Queries, rows: readonly VersionRow[]) =>
  inChunks(rows, (some) => put(tx, VERSIONS, VERSIONS.name, some));

/** Writes key points, new or known. */
export const putKeyPoints = (tx: Queries, rows: readonly KeyPointRow[]) =>
  inChunks(rows, (some) => put(tx, KEY_POINTS, KEY_POINTS.name, some));

/**
 * Writes rows where nobody reads them, to be taken over: that is done within the database, several
 * times as fast as writing them.
 */
export async function stageRows(
  tx: Queries,
  { questions, versions, keyPoints }: QuestionRows,
): Promise<void> {
  await inChunks(questions, (some) => put(tx, QUESTIONS, QUESTIONS.staged, some));
  await inChunks(versions, (some) => put(tx, VERSIONS, VERSIONS.staged, some));
  await inChunks(keyPoints, (some) => put(tx, KEY_POINTS, KEY_POINTS.staged, some));
}

/** Takes over the questions that were staged, what they say and their key points. */
export async function takeStaged(tx: Queries): Promise<void> {
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

// Many rows change at once where one question is put in above them: one by one, they would keep
// the reviews beside them waiting.
async function put<Row>(
  tx: Queries,
  { columns }: Table<Row>,
  into: string,
  rows: readonly Row[],
): Promise<void> {
  const values = rows.map((row) => Prisma.sql`(${Prisma.join(columns.map((name) => row[name]))})`);
  await tx.$executeRaw`
    INSERT INTO ${named(into)} (${listed(columns)}) VALUES ${Prisma.join(values)} ${orUpdate(columns)}`;
}

async function takeOver(
  tx: Queries,
  { name, staged, columns }: { name: string; staged: string; columns: readonly string[] },
): Promise<void> {
  // Without a condition, SQLite would take the conflict's ON for a join's.
  await tx.$executeRaw`
    INSERT INTO ${named(name)} (${listed(columns)})
    SELECT ${listed(columns)} FROM ${named(staged)} WHERE true ${orUpdate(columns)}`;
}

function named(name: string): Prisma.Sql {
  return Prisma.raw(`"${name}"`);
}

function listed(columns: readonly string[]): Prisma.Sql {
  return Prisma.join(columns.map(named));
}

function orUpdate(columns: readonly string[]): Prisma.Sql {
  const changes = columns
    .filter((column) => column !== "id")
    .map((column) => Prisma.raw(`"${column}" = excluded."${column}"`));
  return Prisma.sql`ON CONFLICT ("id") DO UPDATE SET ${Prisma.join(changes)}`;
}

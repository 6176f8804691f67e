import { readFileSync } from "node:fs";
import type { Database } from "better-sqlite3";

export type Size = { questions: number; reviews: number };

const ASKS = 60;
const TOPICS = 20;
const SUBTOPICS = 10;
const POINTS = 5;
const SEEN = 0.8;
const FEWEST_DOCUMENTS = 300;
const A_DOCUMENT = 33;
const DAY_MS = 86_400_000;

/**
 * A learner's store after years of study: questions in documents, topics and subtopics, each with five
 * key points, and asks about some; four fifths of them seen, and half of the reviews
 * with their points assessed. Written by SQLite itself: a million reviews in seconds.
 */
export function fillStore(store: Database, { questions, reviews }: Size, now: Date): void {
  const documents = Math.max(FEWEST_DOCUMENTS, Math.floor(questions / A_DOCUMENT));
  const sizes = { documents, questions, reviews, seen: Math.floor(questions * SEEN) };
  const today = Math.floor(now.getTime() / DAY_MS);
  store.function("uuid", { deterministic: true }, (kind, n) => uuid(Number(kind), Number(n)));
  store.function("at", { deterministic: true }, (day) => time(Number(day) * DAY_MS));
  store.function("chance", { deterministic: true }, (a, b) => chance(Number(a), Number(b)));
  store.pragma("journal_mode = OFF");
  store.pragma("synchronous = OFF");
  withoutIndexes(store, () => {
    numbers(store, Math.max(questions, reviews, documents));
    const constants = { ...sizes, today, since: time((today - 800) * DAY_MS) };
    for (const table of ROWS) insert(store, table, constants);
  });
  store.exec(HOW_POINTS_WENT);
  store.pragma("journal_mode = WAL");
}

/** What reviews write of their points is written as the migration did that began it. */
const HOW_POINTS_WENT = (() => {
  const sql = readFileSync(
    "prisma/migrations/20261128141000_how-points-went/migration.sql",
    "utf8",
  );
  return sql.slice(sql.indexOf("UPDATE"), sql.indexOf(";", sql.indexOf("HAVING")) + 1);
})();

type Rows = { into: string; count: string; columns: Record<string, string> };

/** Each column as an expression over `i`, the row's number from 0. */
const ROWS: Rows[] = [
  {
    into: "Learner",
    count: "1",
    columns: {
      id: "uuid(1, 0)",
      zone: "'UTC'",
      rolloverHour: "4",
      settings: `'{"newPerDay":999,"duePerDay":9999}'`,
      createdAt: "@since",
    },
  },
  {
    into: "Document",
    count: "@documents",
    columns: {
      id: "uuid(2, i)",
      origin: "'content'",
      path: "'content/document-' || i || '.md'",
      title: "'Document ' || i",
      sha256: "''",
      extractorVersion: "'bench'",
      encodingRepairs: "0",
      problems: "'[]'",
      takenInAt: "@since",
    },
  },
  {
    into: "Topic",
    count: `${TOPICS}`,
    columns: {
      id: "uuid(3, i)",
      key: "'topic-' || i",
      path: "'topic-' || i",
      title: "'Topic ' || i",
      position: "i",
    },
  },
  {
    into: "Topic",
    count: `${TOPICS * SUBTOPICS}`,
    columns: {
      id: "uuid(4, i)",
      parentId: `uuid(3, i % ${TOPICS})`,
      key: `'topic-' || (i % ${TOPICS}) || '/part-' || (i / ${TOPICS})`,
      path: `'topic-' || (i % ${TOPICS}) || '/part-' || (i / ${TOPICS})`,
      title: `'Part ' || (i / ${TOPICS})`,
      position: `i / ${TOPICS}`,
    },
  },
  {
    into: "Question",
    count: "@questions",
    columns: {
      id: "uuid(5, i)",
      documentId: "uuid(2, i % @documents)",
      topicId: `uuid(4, i % ${TOPICS * SUBTOPICS})`,
      position: "i / @documents",
      number: "i + 1",
      line: "i / @documents * 40 + 1",
      promptKey: "'question ' || i",
      answerHash: "CASE WHEN i % 200 = 0 THEN NULL ELSE 'answer ' || i END",
      kind: "'open'",
    },
  },
  {
    into: "QuestionText",
    count: "@questions",
    columns: {
      hash: "printf('%08d', i)",
      prompt: "'How would you explain, in two minutes, what part ' || i || ' of the system does?'",
      answer: `CASE WHEN i % 200 = 0 THEN NULL ELSE '${"It does what it says. ".repeat(120)}' END`,
    },
  },
  {
    into: "QuestionVersion",
    count: "@questions",
    columns: {
      id: "uuid(6, i)",
      questionId: "uuid(5, i)",
      hash: "printf('%08d', i)",
      since: "@since",
    },
  },
  {
    into: "KeyPoint",
    count: `@questions * ${POINTS}`,
    columns: {
      id: "uuid(7, i)",
      questionId: `uuid(5, i / ${POINTS})`,
      position: `i % ${POINTS}`,
      text: `'Point ' || (i % ${POINTS} + 1) || ' of question ' || (i / ${POINTS}) || ': what it claims, in a line'`,
      core: "0",
      extractorVersion: "'bench'",
    },
  },
  {
    // Of each question a week apart, the last within the past two months.
    into: "Review",
    count: "@reviews",
    columns: {
      id: "uuid(8, i)",
      learnerId: "uuid(1, 0)",
      questionId: "uuid(5, i % @seen)",
      versionId: "uuid(6, i % @seen)",
      rating: "CASE WHEN chance(i, 1) < 0.15 THEN 1 ELSE 3 END",
      mode: "'scheduled'",
      counts: "1",
      saidAt: `at(${reviewedOn("i")})`,
      receivedAt: `at(${reviewedOn("i")})`,
      countedAt: `at(${reviewedOn("i")})`,
      utcOffsetMinutes: "0",
      studyDay: reviewedOn("i"),
      durationMs: "30000 + i % 60000",
      assessed: "i % 2",
      phaseBefore: "CASE WHEN i + @seen >= @reviews THEN 'new' ELSE 'review' END",
      predictedRecall: "CASE WHEN i + @seen >= @reviews THEN NULL ELSE 0.9 END",
      desiredRetention: "0.9",
      phaseGiven: "'review'",
      stepGiven: "0",
      dueGiven: `at(${reviewedOn("i")} + 7)`,
      contentHash: "''",
    },
  },
  {
    into: "ReviewPoint",
    count: `@reviews / 2 * ${POINTS}`,
    columns: {
      reviewId: `uuid(8, i / ${POINTS} * 2 + 1)`,
      keyPointId: `uuid(7, (i / ${POINTS} * 2 + 1) % @seen * ${POINTS} + i % ${POINTS})`,
      outcome: "CASE WHEN chance(i, 2) < 0.7 THEN 'recalled' ELSE 'missed' END",
    },
  },
  {
    into: "Memory",
    count: "@seen",
    columns: {
      learnerId: "uuid(1, 0)",
      questionId: "uuid(5, i)",
      phase: "CASE WHEN i % 2000 = 0 THEN 'relearning' ELSE 'review' END",
      step: "0",
      stability: "5 + 100 * chance(i, 3)",
      difficulty: "1 + 9 * chance(i, 4)",
      reps: "@reviews / @seen",
      lapses: "i % 4",
      due: `at(${reviewedOn("i")} + 1 + CAST(90 * chance(i, 5) AS INTEGER))`,
      lastReviewId: "uuid(8, i)",
      lastReviewedAt: `at(${reviewedOn("i")})`,
      lastStudyDay: reviewedOn("i"),
      suspended: "i % 50 = 7",
      buriedUntil: "CASE WHEN i % 100 = 8 THEN at(@today + 2) ELSE NULL END",
      flagged: "0",
      leech: "0",
    },
  },
  {
    // A third of them two by two about the same documents, the others each about two of their own.
    into: "Ask",
    count: `${ASKS}`,
    columns: {
      id: "uuid(9, i)",
      kind: "'duplicate'",
      questionId: `uuid(5, CASE WHEN i < 20 THEN i % 10 * 2 + i / 10 * @documents ELSE 100 + i END)`,
      otherId: `uuid(5, CASE WHEN i < 20 THEN i % 10 * 2 + 1 + i / 10 * @documents ELSE 250 + i END)`,
      askedAt: "@since",
    },
  },
];

/** The study day of the review with a number, newest reviews of all questions first; none of today. */
function reviewedOn(i: string): string {
  return `@today - 1 - CAST(60 * chance(${i} % @seen, 6) AS INTEGER) - ${i} / @seen * 7`;
}

function numbers(store: Database, count: number): void {
  store.exec(`CREATE TEMP TABLE "numbers" AS
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${count * POINTS})
    SELECT i FROM n`);
}

function insert(
  store: Database,
  { into, count, columns }: Rows,
  constants: Record<string, unknown>,
): void {
  const names = Object.keys(columns).map((name) => `"${name}"`);
  const sql = `INSERT INTO "${into}" (${names.join(", ")})
    SELECT ${Object.values(columns).join(", ")} FROM "numbers" WHERE i < ${count}`;
  const wholeNumbers = Object.entries(constants).map(([name, value]) => [
    name,
    typeof value === "number" ? BigInt(value) : value,
  ]);
  store.prepare(sql).run(Object.fromEntries(wholeNumbers));
}

/** To sort an index once is many times as fast as to keep it. */
function withoutIndexes(store: Database, fill: () => void): void {
  const made = store
    .prepare<[], { type: string; name: string; sql: string }>(
      `SELECT type, name, sql FROM sqlite_master
      WHERE type IN ('index', 'trigger') AND sql IS NOT NULL`,
    )
    .all();
  for (const { type, name } of made) store.exec(`DROP ${type} "${name}"`);
  fill();
  for (const { sql } of made) store.exec(sql);
}

/** The id of the document with a number from 0. */
export function aDocumentId(i: number): string {
  return uuid(2, i);
}

/** The id of the question with a number from 0. */
export function aQuestionId(i: number): string {
  return uuid(5, i);
}

/** The same id for the same thing in every run. */
function uuid(kind: number, n: number): string {
  return `0000000${kind}-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
}

/** A time as the store's driver writes it. */
function time(ms: number): string {
  return new Date(ms).toISOString().replace("Z", "+00:00");
}

/** A number from 0 to 1, the same in every run (the mixing of murmur3). */
function chance(n: number, salt: number): number {
  let h = Math.imul(n ^ (salt * 0x9e37_79b9), 0x85eb_ca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2_ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296;
}

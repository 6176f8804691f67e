import type { Database } from "better-sqlite3";
import { v7 } from "uuid";

export const QUESTIONS = 10_000;
export const REVIEWS = 100_000;
export const DOCUMENTS = 300;
export const ASKS = 60;
const TOPICS = 20;
const SUBTOPICS = 10;
const POINTS = 5;
const SEEN = QUESTIONS * 0.8;
const DAY_MS = 86_400_000;

type Row = Record<string, string | number | null>;
type Insert = (table: string, row: Row) => void;

/**
 * A learner's store after years of study: questions in documents, topics and subtopics, each with five
 * key points, and asks about some; four fifths of them seen, and half of the reviews with their points assessed.
 */
export function fillStore(store: Database, now: Date): void {
  const insert = inserter(store);
  const random = seeded(7);
  const today = Math.floor(now.getTime() / DAY_MS);
  const since = time((today - 800) * DAY_MS);
  const learnerId = v7();
  store.transaction(() => {
    insert("Learner", {
      id: learnerId,
      zone: "UTC",
      rolloverHour: 4,
      settings: "{}",
      createdAt: since,
    });
    const documents = Array.from({ length: DOCUMENTS }, (_, i) => insertDocument(insert, i, since));
    const topics = insertTopics(insert);
    const ids: string[] = [];
    for (let i = 0; i < QUESTIONS; i += 1) {
      const topicId = topics[i % topics.length] ?? "";
      const documentId = documents[i % DOCUMENTS] ?? "";
      const question = insertQuestion(insert, { documentId, topicId, i, since });
      ids.push(question.questionId);
      if (i < SEEN) insertHistory(insert, { ...question, learnerId, i, today, random });
    }
    insertAsks(insert, ids, since);
  })();
}

/** A third of them about pairs of the same two documents, the others each about two of their own. */
function insertAsks(insert: Insert, questions: readonly string[], askedAt: string): void {
  for (let i = 0; i < ASKS; i += 1) {
    const at = i < ASKS / 3 ? i * DOCUMENTS : i;
    insert("Ask", {
      id: v7(),
      kind: "duplicate",
      questionId: questions[at] ?? "",
      otherId: questions[at + (i < ASKS / 3 ? 1 : DOCUMENTS / 2)] ?? "",
      askedAt,
    });
  }
}

function insertDocument(insert: Insert, i: number, takenInAt: string): string {
  const id = v7();
  insert("Document", {
    id,
    origin: "content",
    path: `content/document-${i}.md`,
    title: `Document ${i}`,
    sha256: "",
    extractorVersion: "bench",
    encodingRepairs: 0,
    problems: "[]",
    takenInAt,
  });
  return id;
}

/** Answers the ids of the subtopics, in which the questions lie. */
function insertTopics(insert: Insert): string[] {
  return Array.from({ length: TOPICS }, (_, i) => {
    const parentId = v7();
    const path = `topic-${i}`;
    insert("Topic", { id: parentId, key: path, path, title: `Topic ${i}`, position: i });
    return Array.from({ length: SUBTOPICS }, (__, n) => {
      const id = v7();
      const below = `${path}/part-${n}`;
      insert("Topic", { id, parentId, key: below, path: below, title: `Part ${n}`, position: n });
      return id;
    });
  }).flat();
}

type Place = { documentId: string; topicId: string; i: number; since: string };

function insertQuestion(insert: Insert, { documentId, topicId, i, since }: Place) {
  const [questionId, versionId] = [v7(), v7()];
  const points = Array.from({ length: POINTS }, () => v7());
  insert("Question", {
    id: questionId,
    documentId,
    topicId,
    position: i,
    number: i + 1,
    line: i * 40 + 1,
    promptKey: `question ${i}`,
    kind: "open",
  });
  const hash = String(i);
  const prompt = `How would you explain, in two minutes, what part ${i} of the system does?`;
  insert("QuestionText", { hash, prompt, answer: "It does what it says. ".repeat(120) });
  insert("QuestionVersion", { id: versionId, questionId, hash, since });
  for (const [position, id] of points.entries())
    insert("KeyPoint", {
      id,
      questionId,
      position,
      text: `Point ${position + 1} of question ${i}: what it claims, in one line`,
      core: 0,
      extractorVersion: "bench",
    });
  return { questionId, versionId, points };
}

type Asked = { questionId: string; versionId: string; points: string[]; learnerId: string };
type Time = { i: number; today: number; random: () => number };

/** A question's reviews a week apart, the last within the past two months, and the memory of it. */
function insertHistory(insert: Insert, asked: Asked & Time): void {
  const { questionId, learnerId, i, today, random } = asked;
  const reviews = Math.floor(REVIEWS / SEEN) + (i < REVIEWS % SEEN ? 1 : 0);
  const lastDay = today - Math.floor(random() * 60);
  let lastReviewId = "";
  for (let n = reviews - 1; n >= 0; n -= 1)
    lastReviewId = insertReview(insert, {
      ...asked,
      day: lastDay - n * 7,
      isFirst: n === reviews - 1,
    });
  insert("Memory", {
    learnerId,
    questionId,
    phase: "review",
    step: 0,
    stability: 5 + random() * 100,
    difficulty: 1 + random() * 9,
    reps: reviews,
    lapses: Math.floor(random() * 4),
    due: time((lastDay + 1 + Math.floor(random() * 90)) * DAY_MS),
    lastReviewId,
    lastReviewedAt: time(lastDay * DAY_MS),
    lastStudyDay: lastDay,
    suspended: 0,
    flagged: 0,
    leech: 0,
  });
}

function insertReview(
  insert: Insert,
  {
    questionId,
    versionId,
    learnerId,
    points,
    random,
    day,
    isFirst,
  }: Asked & Time & { day: number; isFirst: boolean },
): string {
  const id = v7();
  const at = time(day * DAY_MS + 19 * 3_600_000);
  const assessed = random() < 0.5;
  insert("Review", {
    id,
    learnerId,
    questionId,
    versionId,
    rating: random() < 0.15 ? 1 : 3,
    mode: "scheduled",
    counts: 1,
    saidAt: at,
    receivedAt: at,
    countedAt: at,
    utcOffsetMinutes: 0,
    studyDay: day,
    durationMs: 30_000 + Math.floor(random() * 60_000),
    assessed: assessed ? 1 : 0,
    phaseBefore: isFirst ? "new" : "review",
    predictedRecall: isFirst ? null : 0.9,
    desiredRetention: 0.9,
    phaseGiven: "review",
    stepGiven: 0,
    dueGiven: time((day + 7) * DAY_MS),
    contentHash: "",
  });
  for (const keyPointId of assessed ? points : [])
    insert("ReviewPoint", {
      reviewId: id,
      keyPointId,
      outcome: random() < 0.7 ? "recalled" : "missed",
    });
  return id;
}

/** Inserts rows by the columns that they give, each statement prepared once. */
function inserter(store: Database): Insert {
  const statements = new Map<string, ReturnType<Database["prepare"]>>();
  return (table, row) => {
    const columns = Object.keys(row);
    const names = columns.map((column) => `"${column}"`).join(", ");
    const places = columns.map((column) => `@${column}`).join(", ");
    const sql = `INSERT INTO "${table}" (${names}) VALUES (${places})`;
    const statement = statements.get(sql) ?? store.prepare(sql);
    statements.set(sql, statement);
    statement.run(row);
  };
}

/** A time as the store's driver writes it. */
function time(ms: number): string {
  return new Date(ms).toISOString().replace("Z", "+00:00");
}

/** The same numbers from 0 to 1 in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

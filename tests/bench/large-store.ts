import type { Database } from "better-sqlite3";
import { v7 } from "uuid";

export const QUESTIONS = 10_000;
export const REVIEWS = 100_000;
const TOPICS = 20;
const SUBTOPICS = 10;
const POINTS = 5;
const SEEN_SHARE = 0.8;
const DAY_MS = 86_400_000;

/**
 * A learner's store after years of study: questions in topics and subtopics, each with five key
 * points; four fifths of them seen, half of the reviews with their points assessed.
 */
export function fillStore(store: Database, now: Date): void {
  const random = seeded(7);
  const insert = inserter(store);
  const iso = (daysAgo: number) => stored(now.getTime() - daysAgo * DAY_MS);
  const today = Math.floor(now.getTime() / DAY_MS);
  store.transaction(() => {
    const learnerId = v7();
    insert("Learner", {
      id: learnerId,
      zone: "UTC",
      rolloverHour: 4,
      settings: "{}",
      createdAt: iso(800),
    });
    const documentId = v7();
    insert("Document", {
      id: documentId,
      origin: "content",
      path: "content/all.md",
      title: "All",
      dialect: "numbered-question",
      sha256: "",
      extractorVersion: "bench",
      encodingRepairs: 0,
      problems: "[]",
      takenInAt: iso(800),
    });
    const topics = makeTopics(insert);
    const seen = QUESTIONS * SEEN_SHARE;
    for (let i = 0; i < QUESTIONS; i += 1) {
      const question = { id: v7(), documentId, topicId: topics[i % topics.length] ?? "" };
      const versionId = v7();
      insert("Question", {
        ...question,
        position: i,
        number: i + 1,
        line: i * 40 + 1,
        promptKey: `question ${i}`,
        kind: "open",
      });
      insert("QuestionVersion", {
        id: versionId,
        questionId: question.id,
        prompt: `How would you explain, in two minutes, what part ${i} of the system does?`,
        answer: "It does what it says. ".repeat(120),
        hash: String(i),
        since: iso(800),
      });
      const points = Array.from({ length: POINTS }, () => v7());
      for (const [position, id] of points.entries())
        insert("KeyPoint", {
          id,
          questionId: question.id,
          position,
          text: `Point ${position + 1} of question ${i}: what it claims, in one line`,
          core: 0,
          extractorVersion: "bench",
        });
      if (i >= seen) continue;
      const reviews = Math.floor(REVIEWS / seen) + (i < REVIEWS % seen ? 1 : 0);
      const lastDay = today - Math.floor(random() * 60);
      let lastReviewId = "";
      for (let n = 0; n < reviews; n += 1) {
        const day = lastDay - (reviews - 1 - n) * 7;
        const rating = random() < 0.15 ? 1 : 3;
        const assessed = random() < 0.5;
        lastReviewId = v7();
        const at = stored(day * DAY_MS + 19 * 3_600_000);
        insert("Review", {
          id: lastReviewId,
          learnerId,
          questionId: question.id,
          versionId,
          rating,
          mode: "scheduled",
          counts: 1,
          saidAt: at,
          receivedAt: at,
          countedAt: at,
          utcOffsetMinutes: 0,
          studyDay: day,
          durationMs: 30_000 + Math.floor(random() * 60_000),
          assessed: assessed ? 1 : 0,
          phaseBefore: n === 0 ? "new" : "review",
          predictedRecall: n === 0 ? null : 0.9,
          desiredRetention: 0.9,
          phaseGiven: "review",
          stepGiven: 0,
          dueGiven: stored((day + 7) * DAY_MS),
          contentHash: "",
        });
        if (!assessed) continue;
        for (const keyPointId of points)
          insert("ReviewPoint", {
            reviewId: lastReviewId,
            keyPointId,
            recalled: random() < 0.7 ? 1 : 0,
          });
      }
      insert("Memory", {
        learnerId,
        questionId: question.id,
        phase: "review",
        step: 0,
        stability: 5 + random() * 100,
        difficulty: 1 + random() * 9,
        reps: reviews,
        lapses: Math.floor(random() * 4),
        due: new Date((lastDay + 1 + Math.floor(random() * 90)) * DAY_MS).toISOString(),
        lastReviewId,
        lastReviewedAt: stored(lastDay * DAY_MS),
        lastStudyDay: lastDay,
        suspended: 0,
        flagged: 0,
        leech: 0,
      });
    }
  })();
}

type Insert = (table: string, row: Record<string, string | number | null>) => void;

/** The ids of the subtopics, in which the questions lie. */
function makeTopics(insert: Insert): string[] {
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

/** Inserts rows by the columns that they give, each statement prepared once. */
function inserter(store: Database): Insert {
  const statements = new Map<string, ReturnType<Database["prepare"]>>();
  return (table, row) => {
    const columns = Object.keys(row);
    const key = `${table} ${columns.join()}`;
    const known = statements.get(key);
    const names = columns.map((column) => `"${column}"`).join(", ");
    const places = columns.map((column) => `@${column}`).join(", ");
    const statement =
      known ?? store.prepare(`INSERT INTO "${table}" (${names}) VALUES (${places})`);
    if (!known) statements.set(key, statement);
    statement.run(row);
  };
}

/** A time as the store's driver writes it. */
function stored(ms: number): string {
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

import type Sqlite from "better-sqlite3";
import { looksBack, type PastReadiness, type PastReview, recallAsKnown } from "@/lib/domain/course";

/** What a course is read from. */
export type CourseAsked = {
  /** The store. */
  file: string;
  learnerId: string;
  weights: readonly number[];
  /** The interview's study day. */
  recallDay: number;
  today: number;
  /** How much each topic matters, by its id. */
  importance: ReadonlyMap<string, number>;
};

/**
 * Readiness for a day as it was in the weeks before, of the questions that are in use now: what was not
 * seen by then counts as 0. It goes through a learner's whole log, at a connection of its own: for a
 * worker.
 */
export async function pastReadiness({
  file,
  learnerId,
  ...asked
}: CourseAsked): Promise<PastReadiness[]> {
  const { default: open } = await import("better-sqlite3");
  const store = open(file, { readonly: true, fileMustExist: true });
  try {
    return courseOf(store, learnerId, asked);
  } finally {
    store.close();
  }
}

function courseOf(
  store: Sqlite.Database,
  learnerId: string,
  { importance, today, ...told }: Omit<CourseAsked, "file" | "learnerId">,
): PastReadiness[] {
  const first = store.prepare<[string], number | null>(FIRST_DAY).pluck().get(learnerId);
  const days = typeof first === "number" ? looksBack(first, today) : [];
  const weightOf = (topicId: string) => importance.get(topicId) ?? 1;
  const all = store.prepare<[string], [string, number]>(QUESTIONS).raw().all(learnerId);
  const alike = all.every(([topicId]) => weightOf(topicId) === 0);
  const weight = (topicId: string) => (alike ? 1 : weightOf(topicId));
  const whole = all.reduce((sum, [topicId, questions]) => sum + weight(topicId) * questions, 0);
  const sums = days.map(() => 0);
  for (const { topicId, reviews } of logs(store, learnerId))
    recallAsKnown(reviews, days, told).forEach((recall, i) => {
      sums[i] = (sums[i] ?? 0) + weight(topicId) * recall;
    });
  return days.map((studyDay, i) => ({ studyDay, readiness: (sums[i] ?? 0) / whole }));
}

/** The reviews of each question in use, in their order. */
function* logs(
  store: Sqlite.Database,
  learnerId: string,
): Generator<{ topicId: string; reviews: PastReview[] }> {
  let last = "";
  let log = { topicId: "", reviews: [] as PastReview[] };
  const rows = store
    .prepare<[string], [string, string, number, PastReview["rating"]]>(REVIEWS)
    .raw();
  for (const [id, topicId, studyDay, rating] of rows.iterate(learnerId)) {
    if (id !== last) {
      if (last !== "") yield log;
      last = id;
      log = { topicId, reviews: [] };
    }
    log.reviews.push({ studyDay, rating });
  }
  if (last !== "") yield log;
}

const FIRST_DAY = `SELECT MIN("studyDay") FROM "Review" WHERE "learnerId" = ?`;

/** How many questions each topic has in use, those that the learner suspended left out. */
const QUESTIONS = `
  SELECT q."topicId", COUNT(*) FROM "Question" q
  LEFT JOIN "Memory" m ON m."questionId" = q."id" AND m."learnerId" = ?
  WHERE q."retiredAt" IS NULL AND (m."suspended" IS NULL OR NOT m."suspended")
  GROUP BY q."topicId"`;

/** What was graded before a question was started over is not known of it any more. */
const REVIEWS = `
  SELECT q."id", q."topicId", r."studyDay", r."rating"
  FROM "Review" r
  JOIN "Question" o ON o."id" = r."questionId"
  JOIN "Question" q ON q."id" = COALESCE(o."mergedIntoId", o."id")
  LEFT JOIN "Memory" m ON m."questionId" = q."id" AND m."learnerId" = r."learnerId"
  WHERE r."learnerId" = ? AND r."undoneAt" IS NULL AND r."counts" AND q."retiredAt" IS NULL
    AND (m."suspended" IS NULL OR NOT m."suspended")
    AND (m."resetAt" IS NULL OR r."countedAt" > m."resetAt")
  ORDER BY q."id", r."countedAt", r."id"`;

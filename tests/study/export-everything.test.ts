import { expect, test } from "vitest";
import { exportEverything } from "@/lib/study/export-everything";
import { keyPointChoices, saveKeyPoints } from "@/lib/study/key-point-choices";
import { saveOwnText } from "@/lib/study/own-words";
import { exported } from "@/tests/support/export";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household } from "@/tests/support/store";

test("an export holds everything, each with an id", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({ answer: ANSWER }, {}) });
  const [first = ""] = await questionIds(household);
  const [recorded] = await send(
    household,
    aReview(household, first, 3, { recalledKeyPointIds: [] }),
  );
  await saveOwnText(household, { questionId: first, kind: "note", markdown: "Mine", seenAt: null });
  const { mark, points } = await keyPointChoices(household, first);
  await saveKeyPoints(household, {
    questionId: first,
    mark,
    points: points.map((point, i) => ({ ...point, core: i === 0 })),
    added: [{ text: "My own", core: true }],
  });
  const out = await exported(household);
  expect(out).toMatchObject({
    format: "rehearse",
    version: 1,
    exportedAt: "2026-11-24T19:00:00.000Z",
    learner: { id: household.learner.id, zone: "UTC", desiredRetention: 0.9 },
  });
  const sizes = [
    "documents",
    "topics",
    "questions",
    "keyPoints",
    "keyPointChoices",
    "notes",
    "memories",
    "actions",
    "interviews",
    "reviews",
  ].map((name) => [name, out[name]?.length, out[name]?.every((row) => "id" in row)]);
  expect(sizes).toEqual([
    ["documents", 1, true],
    ["topics", 2, true],
    ["questions", 2, true],
    ["keyPoints", await household.database.read.keyPoint.count(), true],
    ["keyPointChoices", 1, true],
    ["notes", 1, true],
    ["memories", 1, true],
    ["actions", 0, true],
    ["interviews", 0, true],
    ["reviews", 1, true],
  ]);
  expect(out.reviews[0]).toMatchObject({ id: recorded?.id, questionId: first, rating: 3 });
  expect(out["questions"]?.[0]).toMatchObject({ prompt: expect.any(String), versions: [{}] });
});

test("an export is of one instant, whatever is written while it is read", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({}, {}) });
  const [first = ""] = await questionIds(household);
  const pieces = (await exportEverything(household)).value[Symbol.asyncIterator]();
  let text = "";
  for (let i = 0; i < 3; i += 1) text += (await pieces.next()).value;
  await send(household, aReview(household, first, 3));
  for (let piece = await pieces.next(); !piece.done; piece = await pieces.next())
    text += piece.value;
  expect(JSON.parse(text).reviews).toEqual([]);
});

test("an export that is given back before it is read holds the store no longer", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({}) });
  const { database } = household;
  let open = 0;
  const snapshot: Household["database"]["snapshot"] = async () => {
    const taken = await database.snapshot();
    open += 1;
    const close = async () => {
      await taken.close();
      open -= 1;
    };
    return { read: taken.read, close };
  };
  const { value } = await exportEverything({ ...household, database: { ...database, snapshot } });
  expect(open).toBe(1);
  await value[Symbol.asyncIterator]().return?.();
  expect(open).toBe(0);
});

const ANSWER = `- **Route tables**: the longest prefix that matches wins over all others.
- **Gateways**: an internet gateway is attached to the network as a whole.
- **Endpoints**: a gateway endpoint keeps traffic to S3 within the network.`;

const MANY = 2_500;

test("an export of thousands of every kind is whole", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({ answer: ANSWER }) });
  const [question = ""] = await questionIds(household);
  await household.database.write(async (tx) => {
    for (const copy of copies(household.learner.id, question)) await tx.$executeRawUnsafe(copy);
  });
  const out = await exported(household);
  const { read } = household.database;
  const counts = {
    documents: await read.document.count(),
    topics: await read.topic.count(),
    questions: await read.question.count(),
    keyPoints: await read.keyPoint.count(),
    keyPointChoices: await read.keyPointChoice.count(),
    notes: await read.note.count(),
    memories: await read.memory.count(),
    actions: await read.action.count(),
    reviews: await read.review.count(),
  };
  expect(Math.min(...Object.values(counts))).toBeGreaterThanOrEqual(MANY);
  for (const [name, count] of Object.entries(counts))
    expect([name, new Set(out[name]?.map(({ id }) => id)).size]).toEqual([name, count]);
  const versions = out["questions"]?.map((each) => ("versions" in each ? each.versions : []));
  expect(versions?.flat()).toHaveLength(await read.questionVersion.count());
  expect(out.reviews.flatMap(({ points }) => points)).toHaveLength(2 * MANY);
});

/** Statements that copy each kind of row thousands of times, with seven versions a question. */
function copies(learner: string, question: string): string[] {
  const numbers = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${MANY})`;
  const of = (table: string, columns: string, values: string, from = "n") =>
    `${numbers} INSERT INTO "${table}" (${columns}) SELECT ${values} FROM ${from}`;
  const at = `'2026-11-24T19:00:00.000+00:00'`;
  return [
    of(
      "Document",
      "id, origin, path, title, sha256, extractorVersion, encodingRepairs, problems, takenInAt",
      `'d' || i, 'content', 'c' || i, 'D', '', '', 0, '[]', ${at}`,
    ),
    of("Topic", "id, key, path, title, position", "'t' || i, 't' || i, 't' || i, 'T', i"),
    of(
      "Question",
      "id, documentId, topicId, position, line, promptKey, kind",
      "'q' || i, 'd' || i, 't' || i, 0, 1, 'p' || i, 'open'",
    ),
    of("QuestionText", "hash, prompt, answer", "'h' || i, 'P', 'A'"),
    of(
      "QuestionVersion",
      "id, questionId, hash, since, replacedAt",
      `'v' || i || '-' || v, 'q' || i, 'h' || i, ${at}, CASE WHEN v < 7 THEN ${at} END`,
      "n, (SELECT 1 AS v UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7)",
    ),
    of(
      "KeyPoint",
      "id, questionId, position, text, core, extractorVersion",
      "'k' || i, 'q' || i, 0, 'K', 0, ''",
    ),
    of("KeyPointChoice", "learnerId, keyPointId, hidden", `'${learner}', 'k' || i, 0`),
    of(
      "Note",
      "id, learnerId, questionId, kind, markdown, updatedAt",
      `'n' || i, '${learner}', 'q' || i, 'note', 'N', ${at}`,
    ),
    of(
      "Memory",
      "learnerId, questionId, phase, step, reps, lapses, suspended, flagged, leech",
      `'${learner}', 'q' || i, 'new', 0, 0, 0, 0, 0, 0`,
    ),
    of(
      "Action",
      "id, learnerId, questionId, kind, at",
      `'a' || i, '${learner}', 'q' || i, 'flag', ${at}`,
    ),
    of(
      "Review",
      `id, learnerId, questionId, versionId, rating, mode, counts, saidAt, receivedAt, countedAt,
       utcOffsetMinutes, studyDay, durationMs, assessed, phaseBefore, desiredRetention, contentHash`,
      `'r' || i, '${learner}', '${question}', (SELECT id FROM QuestionVersion WHERE questionId = '${question}'),
       3, 'practice', 0, ${at}, ${at}, ${at}, 0, 20781, 1, 1, 'new', 0.9, ''`,
    ),
    of(
      "ReviewPoint",
      "reviewId, keyPointId, outcome",
      "'r' || i, k.id, 'missed'",
      "n, (SELECT id FROM KeyPoint ORDER BY id DESC LIMIT 2) k",
    ),
  ];
}

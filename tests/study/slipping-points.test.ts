import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { readPoints } from "@/lib/db/stored-points";
import { questionById } from "@/lib/study/questions";
import { studySession } from "@/lib/study/session";
import { undoReview } from "@/lib/study/reviews/undo-review";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household, takeIn } from "@/tests/support/store";

const ROUTES = "- **Route tables**: the longest prefix that matches wins over all others.";
const GATEWAYS = "- **Gateways**: an internet gateway is attached to the network as a whole.";
const ENDPOINTS = "- **Endpoints**: a gateway endpoint keeps traffic to S3 within the network.";
const FILES = { "content/a.md": aDocument({ answer: [ROUTES, GATEWAYS, ENDPOINTS].join("\n") }) };

let household: Household;
let question: string;

beforeEach(async () => {
  household = await aHousehold(FILES);
  [question = ""] = await questionIds(household);
});

test("a point says how its last five reviews went, the newest last, those taken back left out", async () => {
  const [a = "", b = "", c = ""] = await ids();
  await say([], [a]);
  await say([a, b]);
  await say(null);
  for (let i = 0; i < 3; i += 1) await say([a]);
  const wrong = await say([], [b]);
  expect(await points()).toEqual([
    { id: a, lately: ["recalled", "recalled", "recalled", "recalled", "missed"], slipping: false },
    { id: b, lately: ["recalled", "missed", "missed", "missed", "wrong"], slipping: true },
    { id: c, lately: ["missed", "missed", "missed", "missed", "missed"], slipping: true },
  ]);
  await undoReview(household, { reviewId: wrong });
  expect(await points()).toMatchObject([
    { lately: ["wrong", "recalled", "recalled", "recalled", "recalled"] },
    { lately: ["missed", "recalled", "missed", "missed", "missed"] },
    { lately: ["missed", "missed", "missed", "missed", "missed"] },
  ]);
});

test("a session and the question's memory say that a point slips", async () => {
  const [a = "", b = "", c = ""] = await ids();
  await say([b, c]);
  await say([b, c], [a]);
  household.clock.wait(90 * 24 * 60);
  const { value } = await studySession(household, { limit: 10, weakest: false });
  expect(value.items[0]?.keyPoints.map(({ slipping }) => slipping)).toEqual([true, false, false]);
  expect(value.items[0]?.memory.slipping).toBe(true);
});

test("practice of what no schedule knows yet says it too, and the question stays new", async () => {
  await say([], [], { mode: "practice" });
  await say([], [], { mode: "practice" });
  expect(await memory()).toMatchObject({ state: "new", reps: 0, slipping: true });
});

test("a point that the document loses slips no more, and does again where it comes back", async () => {
  const [, b = "", c = ""] = await ids();
  await say([b, c]);
  await say([b, c]);
  const peering = "- **Peering**: between three networks nothing is transitive.";
  const without = {
    "content/a.md": aDocument({ answer: [GATEWAYS, ENDPOINTS, peering].join("\n") }),
  };
  await takeIn(household, without);
  expect(await memory()).toMatchObject({ slipping: false });
  await takeIn(household, FILES);
  expect(await memory()).toMatchObject({ slipping: true });
});

test("practice that is taken back misses no point", async () => {
  const [a = ""] = await ids();
  await say([a]);
  const practised = await say([], [], { mode: "practice" });
  expect(await memory()).toMatchObject({ slipping: true });
  await undoReview(household, { reviewId: practised });
  expect(await memory()).toMatchObject({ slipping: false });
});

test("a store from before says how its questions' points went", async () => {
  const [a = "", b = "", c = ""] = await ids();
  for (const given of [[], [a, b], [a], [b, c], [a, b, c], [a]]) await say(given, [], {});
  await say([b], [c]);
  household.clock.wait(-12 * 60);
  await say([c]);
  const kept = async () => household.database.read.memory.findFirst();
  const before = readPoints((await kept())?.points);
  expect(before.points.map(({ lately }) => lately.length)).toEqual([5, 5, 5]);
  const sql = readFileSync(
    "prisma/migrations/20261128141000_how-points-went/migration.sql",
    "utf8",
  );
  const update = sql.slice(sql.indexOf("UPDATE"), sql.indexOf("-- By hand: how many"));
  await household.database.write(async (tx) => {
    await tx.memory.updateMany({ data: { points: null } });
    await tx.$executeRawUnsafe(update);
  });
  expect(readPoints((await kept())?.points)).toEqual(before);
});

test("a store from before says which of its questions slip", async () => {
  const [, b = "", c = ""] = await ids();
  await say([b, c]);
  await say([b, c]);
  const sql = readFileSync(
    "prisma/migrations/20261128130000_points-that-slip/migration.sql",
    "utf8",
  );
  const update = sql.slice(sql.indexOf("UPDATE"));
  const row = await household.database.write(async (tx) => {
    await tx.memory.updateMany({ data: { slipping: false } });
    await tx.$executeRawUnsafe(update);
    return tx.memory.findFirst();
  });
  expect(row?.slipping).toBe(true);
});

async function found() {
  const result = await questionById(household, { id: question });
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

async function memory() {
  return (await found()).memory;
}

async function points() {
  const { keyPoints } = await found();
  return keyPoints.map(({ id, lately, slipping }) => ({ id, lately, slipping }));
}

async function ids() {
  return (await points()).map(({ id }) => id);
}

/** Grades the question, and a day goes by. Answers the review's id. */
async function say(
  recalledKeyPointIds: string[] | null,
  wrongKeyPointIds: string[] = [],
  more: object = {},
): Promise<string> {
  const said = { recalledKeyPointIds, ...(recalledKeyPointIds && { wrongKeyPointIds }), ...more };
  const review = aReview(household, question, 3, said);
  const [result] = await send(household, review);
  expect(result?.status).toBe("recorded");
  household.clock.wait(24 * 60);
  return review.id;
}

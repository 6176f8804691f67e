import fc from "fast-check";
import { expect, test } from "vitest";
import { v7 } from "uuid";
import { keepStandings } from "@/lib/db/standings";
import { pointsText, readPoints } from "@/lib/db/stored-points";
import { type PointReviewed, sumsOf } from "@/lib/domain/point-sums";
import { type Rating, RATINGS } from "@/lib/domain/rating";
import type { Standings } from "@/lib/domain/standing";
import { putAwayDocument, restoreDocument } from "@/lib/library/documents";
import { undoMerge } from "@/lib/library/merges/undo-merge";
import { keyPointChoices, saveKeyPoints } from "@/lib/study/key-point-choices";
import { saveOwnText } from "@/lib/study/own-words";
import { questionList } from "@/lib/study/questions";
import { takeActions } from "@/lib/study/reviews/take-actions";
import { undoReview } from "@/lib/study/reviews/undo-review";
import { aDocument } from "@/tests/support/markdown";
import { aMerge } from "@/tests/support/merges";
import { aReview, send } from "@/tests/support/reviews";
import { aHousehold, type Household, prepared, takeIn } from "@/tests/support/store";

const FILES = 3;
const QUESTIONS = 8;
const UNANSWERED = 2;
const KNOWN = 6;
const A_DAY = 24 * 60;

/** A question as the learner's folder has it. */
type Written = { id: number; file: number; topic: string; answered: boolean; gone: boolean };

type Step = { question: number; to: number; rating: Rating };
type Change = (one: Step, household: Household, world: World) => unknown;

/** All that changes how a question stands. */
const CHANGES: Record<string, Change> = {
  grade: grade(0),
  late: grade(3 * 60),
  "very late": grade(3 * A_DAY),
  "assess twice": async (one, household, world) => {
    await grade(0, assessed)(one, household, world);
    household.clock.wait(1);
    await grade(0, assessed)(one, household, world);
  },
  "assess late": grade(3 * 60, assessed),
  practise: grade(0, (points, to) => ({ ...assessed(points, to), mode: "practice" })),
  choose: async ({ question, to }, household, { ids }) => {
    const questionId = ids[question] ?? "";
    const { mark, points } = await keyPointChoices(household, questionId);
    const hidden = points.map((point, i) => ({ ...point, hidden: i === to % 2 }));
    const added = to === 0 ? [{ text: "One of my own", core: false }] : [];
    await saveKeyPoints(household, { questionId, mark, points: hidden, added });
  },
  undo: async ({ to }, household, { reviews }) => {
    const reviewId = reviews.at(-1 - to);
    if (reviewId) await undoReview(household, { reviewId });
  },
  suspend: act("suspend"),
  resume: act("resume"),
  bury: act("bury"),
  flag: act("flag"),
  reset: act("reset"),
  asked: act("asked"),
  "take back an act": async ({ to }, household) => {
    const acts = await household.database.read.action.findMany({ orderBy: { id: "desc" } });
    const at = household.clock.now().toISOString();
    const undo = { id: v7(), kind: "undo", actionId: acts[to]?.id, at };
    await takeActions(household, { actions: [undo] });
  },
  "own answer": async ({ question }, household, { ids }) => {
    const key = { questionId: ids[question % UNANSWERED] ?? "", kind: "answer" };
    const seen = await household.database.read.note.findFirst({ where: key });
    const markdown = seen ? "" : "As I would say it";
    await saveOwnText(household, {
      ...key,
      markdown,
      seenAt: seen?.updatedAt.toISOString() ?? null,
    });
  },
  topic: edit((one, to) => ({ ...one, topic: to % 2 ? "Topic 0 › Below" : `Topic ${to}` })),
  file: edit((one, to) => ({ ...one, file: to % FILES })),
  unanswered: edit((one) => ({ ...one, answered: !one.answered })),
  delete: edit((one) => ({ ...one, gone: true })),
  restore: edit((one) => ({ ...one, gone: false })),
  first: async ({ question }, household, world) => {
    world.folder.sort((a, b) => Number(b.id === question) - Number(a.id === question));
    await takeInAll(household, world);
  },
  "put away": async ({ to }, household) =>
    putAwayDocument(household, { id: await documentId(household, to) }),
  "bring back": async ({ to }, household) =>
    restoreDocument(household, { id: await documentId(household, to) }),
  merge: async ({ question, to }, household, { ids, merges }) => {
    const [from = "", into = ""] = [ids[question], ids[to]];
    const both = { id: { in: [from, into] }, retiredAt: null };
    if ((await household.database.read.question.count({ where: both })) === 2)
      merges.push(await aMerge(household, { from, into }));
  },
  part: async (_, household, { merges }) => {
    const ask = merges.pop();
    if (ask) await undoMerge(household, { ask });
  },
  "wait minutes": ({ to }, { clock }) => clock.wait(7 * (to + 1)),
  "wait days": ({ to }, { clock }) => clock.wait(A_DAY * (to + 1)),
  "forget older changes": (_, { database }) =>
    database.write(
      (tx) => tx.$executeRaw`DELETE FROM "Change" WHERE "seq" < (SELECT MAX("seq") FROM "Change")`,
    ),
};

const step = fc.record({
  kind: fc.constantFrom(...Object.keys(CHANGES)),
  question: fc.nat(QUESTIONS - 1),
  to: fc.nat(QUESTIONS - 1),
  rating: fc.constantFrom(...RATINGS),
  /** Whether the server does it, or another process on the same store. */
  beside: fc.boolean(),
});

test("property: whatever changes, and whoever changes it, what is kept at hand is what is stored", async () => {
  const copy = await prepared(folderOf(written()), async () => null);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
      async (rounds) => {
        const { household, file } = await copy();
        const another = { ...(await aHousehold({}, file)), clock: household.clock };
        const world = await aWorld(household);
        const anew = () => keepStandings(household.database)(household.learner.id);
        const first = await household.database.standings(household.learner.id);
        const asItWas = inOrder(first);
        for (const steps of rounds) {
          for (const { kind, beside, ...one } of steps)
            await CHANGES[kind]?.(one, beside ? another : household, world);
          const kept = await household.database.standings(household.learner.id);
          expect(inOrder(kept)).toEqual(inOrder(await anew()));
          expect(slipping(kept)).toEqual(await questionsWithSlippingPoints(household));
          expect(pointsIn(kept)).toEqual(await pointsCountedAnew(household));
        }
        expect(inOrder(first)).toEqual(asItWas);
        await another.database.close();
        await household.database.close();
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

/** What the steps before left: the folder, the questions by number, and what can be taken back. */
type World = { folder: Written[]; ids: string[]; reviews: string[]; merges: string[] };

async function aWorld({ database }: Household): Promise<World> {
  const rows = await database.read.question.findMany({ orderBy: { promptKey: "asc" } });
  return { folder: written(), ids: rows.map(({ id }) => id), reviews: [], merges: [] };
}

function grade(minutesAgo: number, said: Said = () => ({})): Change {
  return async ({ question, to, rating }, household, { ids, reviews }) => {
    const at = household.clock.now().getTime() - minutesAgo * 60_000;
    const reviewedAt = new Date(at).toISOString();
    const id = ids[question] ?? "";
    const points = await household.database.read.keyPoint.findMany({ where: { questionId: id } });
    const more = said(
      points.map((point) => point.id),
      to,
    );
    const review = aReview(household, id, rating, { reviewedAt, ...more });
    reviews.push(review.id);
    await send(household, review);
  };
}

/** What a review says of a question's points. */
type Said = (points: string[], to: number) => Record<string, unknown>;

function assessed(points: string[], to: number) {
  return { recalledKeyPointIds: points.slice(to % 3), wrongKeyPointIds: points.slice(0, to % 2) };
}

function act(kind: string): Change {
  return async ({ question }, household, { ids }) => {
    const at = household.clock.now().toISOString();
    const action = { id: v7(), kind, questionId: ids[question], at };
    await takeActions(household, { actions: [action] });
  };
}

function edit(change: (one: Written, to: number) => Written): Change {
  return async ({ question, to }, household, world) => {
    world.folder = world.folder.map((one) => (one.id === question ? change(one, to) : one));
    await takeInAll(household, world);
  };
}

async function takeInAll(household: Household, { folder }: World): Promise<void> {
  await takeIn(household, folderOf(folder), { retireMissing: true });
}

async function documentId({ database }: Household, to: number): Promise<string> {
  const where = { path: `content/${to % FILES}.md` };
  return (await database.read.document.findFirst({ where }))?.id ?? "";
}

function written(): Written[] {
  return Array.from({ length: QUESTIONS }, (_, id) => ({
    id,
    file: id % FILES,
    topic: `Topic ${id % 2}`,
    answered: id >= UNANSWERED,
    // Some are new to the store when they come.
    gone: id >= KNOWN,
  }));
}

function folderOf(folder: readonly Written[]): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: FILES }, (_, file) => {
      const own = folder.filter((one) => one.file === file && !one.gone);
      return [`content/${file}.md`, aDocument(...own.map(textOf))];
    }),
  );
}

function textOf({ id, topic, answered }: Written) {
  const words = Array.from({ length: 6 }, (_, n) => `word${id}x${n}`).join(" ");
  const points = ["first", "second", "third"]
    .map((nth) => `\n- **The ${nth}** of what word${id} says about it`)
    .join("");
  return {
    topic,
    prompt: `Question${id}: ${words}?`,
    answer: answered ? `It is ${words}, and more of it.\n${points}` : null,
  };
}

function slipping(standings: Standings): string[] {
  return inOrder(standings).flatMap((standing) => (standing.slipping ? [standing.id] : []));
}

function pointsIn(standings: Standings) {
  return inOrder(standings).map(({ id, points: { of, points, shares } }) => ({
    id,
    of,
    points,
    ...shares,
  }));
}

/** How the points of all questions in use went, by a plain recount of the reviews. */
async function pointsCountedAnew({ database: { read }, learner }: Household) {
  const questions = await read.question.findMany({
    where: { retiredAt: null },
    orderBy: { id: "asc" },
    include: { keyPoints: { where: { retiredAt: null }, include: { choices: true } } },
  });
  const reviews = await read.review.findMany({
    where: { learnerId: learner.id, undoneAt: null },
    orderBy: [{ countedAt: "asc" }, { id: "asc" }],
    include: { points: true },
  });
  return questions.map(({ id, keyPoints }) => {
    const ids = new Set(
      keyPoints.flatMap((one) => (one.choices.some(({ hidden }) => hidden) ? [] : [one.id])),
    );
    const reviewed = reviews.flatMap(({ id: reviewId, predictedRecall, points }) =>
      points
        .filter(({ keyPointId }) => ids.has(keyPointId))
        .map(({ keyPointId, outcome }) => ({ keyPointId, outcome, reviewId, predictedRecall })),
    );
    const { points, shares } = readPoints(pointsText(sumsOf(reviewed.map(asReviewed))));
    return { id, of: ids.size, points, ...shares };
  });
}

function asReviewed(one: Omit<PointReviewed, "outcome"> & { outcome: string }): PointReviewed {
  const outcome = OUTCOMES.find((known) => known === one.outcome);
  if (!outcome) throw new Error(`A point's outcome is ${one.outcome}`);
  return { ...one, outcome };
}

const OUTCOMES = ["recalled", "missed", "wrong"] as const;

/** As the points themselves say. */
async function questionsWithSlippingPoints(household: Household): Promise<string[]> {
  const { value } = await questionList(household, { limit: 200 });
  return value.items
    .flatMap(({ id, keyPoints }) => (keyPoints.some((point) => point.slipping) ? [id] : []))
    .toSorted();
}

function inOrder(standings: Standings) {
  return [...standings.values()].flat().toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

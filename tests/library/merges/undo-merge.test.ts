import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { v7 } from "uuid";
import { answerAsk } from "@/lib/library/merges/answer-ask";
import { openAsks } from "@/lib/library/merges/open-asks";
import { mergesOf, recentMerges } from "@/lib/library/merges/merges";
import { saveOwnText } from "@/lib/study/own-words";
import { questionById } from "@/lib/study/questions";
import { takeActions } from "@/lib/study/reviews/take-actions";
import { undoMerge } from "@/lib/library/merges/undo-merge";
import { aDocument } from "@/tests/support/markdown";
import { aMerge } from "@/tests/support/merges";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household, prepared, takeIn } from "@/tests/support/store";

const ROUTE = {
  prompt: "How do you find the route that a packet takes?",
  answer: "Longest prefix.",
};
const TWICE = { ...ROUTE, answer: "Look it up in the table, from the longest prefix down." };
const HOP = { prompt: "And what are hops?", answer: "Steps of a route." };
const DOCUMENTS = {
  "content/a.md": aDocument(ROUTE),
  "content/b.md": aDocument(TWICE),
  "content/c.md": aDocument(HOP),
};
const A_DAY = 24 * 60;

describe("two questions that an answer made one", () => {
  let household: Household;
  let first: string;
  let second: string;

  beforeEach(async () => {
    household = await aHousehold(DOCUMENTS);
    [first = "", second = ""] = await questionIds(household);
  });

  test("are two again, each with its own reviews, memory and place in the schedule", async () => {
    await send(household, aReview(household, first, 3));
    household.clock.wait(2 * A_DAY);
    await send(household, aReview(household, second, 2));
    const before = await allOf(household);
    await answer(household, "same");
    expect(await questionIds(household)).toHaveLength(2);
    expect(await undo(household)).toEqual({ ok: true, value: null });
    expect(await allOf(household)).toEqual(before);
    expect(await questionIds(household)).toHaveLength(3);
  });

  test("are shown where they were answered, and on the page of the one in use", async () => {
    await answer(household, "same");
    const merge = { from: ROUTE.prompt, into: ROUTE.prompt, intoId: first };
    expect(await recentMerges(household)).toMatchObject([merge]);
    expect(await mergesOf(household, first)).toMatchObject([merge]);
    household.clock.wait(25 * 60);
    expect(await recentMerges(household)).toEqual([]);
    await undo(household);
    expect(await mergesOf(household, first)).toEqual([]);
  });

  test("are two once, and never asked about or made one again", async () => {
    await answer(household, "same");
    const [merge] = await mergesOf(household, first);
    await undo(household);
    expect(await undoMerge(household, { ask: merge?.ask })).toMatchObject({
      ok: false,
      error: { kind: "not-found" },
    });
    const changed = { ...DOCUMENTS, "content/b.md": aDocument({ ...TWICE, answer: "By hand." }) };
    expect((await takeIn(household, changed)).changes.asks).toEqual([]);
    expect((await openAsks(household)).pairs).toEqual([]);
    expect(await questionIds(household)).toHaveLength(3);
  });

  test("leave what came meanwhile where it was sent", async () => {
    await answer(household, "same");
    await send(household, aReview(household, second, 3), aReview(household, first, 3));
    expect(await repsOf(household, first)).toBe(2);
    await undo(household);
    expect([await repsOf(household, first), await repsOf(household, second)]).toEqual([1, 1]);
  });

  test("have again what the learner wrote and decided about each", async () => {
    await note(household, first, "Ours.");
    await note(household, second, "Theirs.");
    await act(household, second, "suspend");
    await act(household, second, "flag");
    const before = await allOf(household);
    await answer(household, "same");
    expect(await allOf(household)).not.toEqual(before);
    await undo(household);
    expect(await allOf(household)).toEqual(before);
  });

  test("keep what was written and decided since about the one in use", async () => {
    await act(household, second, "suspend");
    await note(household, second, "Theirs.");
    await answer(household, "same");
    await note(household, first, "Theirs. And more of it.");
    await act(household, first, "flag");
    await undo(household);
    const { value } = await found(household, first);
    expect(value).toMatchObject({
      own: { note: { markdown: "Theirs. And more of it." } },
      memory: { suspended: false, flagged: true },
    });
    expect((await found(household, second)).value).toMatchObject({
      own: { note: { markdown: "Theirs." } },
      memory: { suspended: true, flagged: false },
    });
  });

  test("take their notes along, also from below others and from what both were merged into", async () => {
    const third = (await questionIds(household))[2] ?? "";
    for (const [id, text] of [
      [first, "Ours."],
      [second, "Theirs."],
      [third, "The third's."],
    ] as const)
      await note(household, id, text);
    const ask = await aMerge(household, { from: second, into: first });
    const other = await aMerge(household, { from: first, into: third });
    await undoMerge(household, { ask });
    expect(await noteOf(household, third)).toBe("The third's.\n\n---\n\nOurs.");
    await undoMerge(household, { ask: other });
    expect(await Promise.all([first, second, third].map((id) => noteOf(household, id)))).toEqual([
      "Ours.",
      "Theirs.",
      "The third's.",
    ]);
  });

  test("leave what both were merged into as suspended as it was", async () => {
    const third = (await questionIds(household))[2] ?? "";
    await act(household, second, "suspend");
    const before = await allOf(household);
    const ask = await aMerge(household, { from: second, into: first });
    const other = await aMerge(household, { from: first, into: third });
    expect((await found(household, third)).value.memory.suspended).toBe(true);
    await undoMerge(household, { ask });
    expect((await found(household, third)).value.memory.suspended).toBe(false);
    await undoMerge(household, { ask: other });
    expect(await allOf(household)).toEqual(before);
  });

  test("stay away with a document that was put away meanwhile", async () => {
    await answer(household, "same");
    const { "content/b.md": _, ...left } = DOCUMENTS;
    await takeIn(household, left);
    await undo(household);
    expect(await questionIds(household)).toHaveLength(2);
    expect((await takeIn(household, DOCUMENTS)).changes).toMatchObject({ restored: 1, added: 0 });
  });
});

describe("a question that a run saw go into another", () => {
  const long = (name: string) =>
    Array.from({ length: 24 }, (_, i) => `${name}${i} of ${name}${i + 1}`).join(" ");
  const big = { prompt: "What is a network?", answer: long("net") };
  const small = { prompt: "What is a cable?", answer: long("wire") };
  const both = { prompt: "What is a network?", answer: `${big.answer}\n\n${small.answer}` };
  const before = { "content/a.md": aDocument(big, small, ROUTE, HOP) };
  const after = { "content/a.md": aDocument(both, ROUTE, HOP) };

  test("is in use again though no document has it, and no later run changes that", async () => {
    const household = await aHousehold(before);
    const [into = "", from = ""] = await questionIds(household);
    await send(household, aReview(household, from, 3));
    expect((await takeIn(household, after)).changes).toMatchObject({ merged: 1 });
    expect(await mergesOf(household, into)).toMatchObject([{ from: small.prompt }]);
    expect(await repsOf(household, into)).toBe(1);
    await undo(household);
    expect(await questionIds(household)).toContain(from);
    expect([await repsOf(household, into), await repsOf(household, from)]).toEqual([0, 1]);
    const edited = { "content/a.md": aDocument(both, { ...ROUTE, answer: "By table." }, HOP) };
    expect((await takeIn(household, edited)).changes).toMatchObject({ merged: 0, retired: 0 });
    expect(await questionIds(household)).toContain(from);
    expect((await takeIn(household, before)).changes).toMatchObject({
      added: 0,
      changed: 3,
      unchanged: 1,
    });
    expect((await takeIn(household, after)).changes).toMatchObject({ merged: 0, retired: 1 });
  });
});

test("property: whatever is merged, and whatever of it undone in any order, ends as if only the rest had been merged", async () => {
  const pairs = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 5 });
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
  const documents = Object.fromEntries(
    [0, 1, 2, 3, 4].map((i) => [`content/${i}.md`, aDocument({ topic: `Topic ${i}` })]),
  );
  const unmerged = await prepared(documents, async (household) => {
    const ids = await questionIds(household);
    for (const [i, id] of ids.entries()) {
      if (i % 2 === 0) await note(household, id, `Note ${i}.`);
      household.clock.wait((i + 1) * A_DAY);
      await send(household, aReview(household, id, 3));
    }
    await act(household, ids[0] ?? "", "suspend");
    return { ids, before: await allOf(household) };
  });
  await fc.assert(
    fc.asyncProperty(pairs, fc.nat(5), order, async (merged, some, turns) => {
      const { household, said } = await unmerged();
      const { ids, before } = said;
      const asks: string[] = [];
      for (const [a, b] of merged) {
        const [from = "", into = ""] = [ids[a], ids[b]];
        if (from !== into) asks.push(await aMerge(household, { from, into }));
      }
      const undone = turns.flatMap((i) => asks[i] ?? []);
      for (const ask of undone.slice(0, some)) await undoMerge(household, { ask });
      await reviewsAddUp(household, ids);
      for (const ask of undone) await undoMerge(household, { ask });
      expect(await allOf(household)).toEqual(before);
      await household.database.close();
    }),
    { numRuns: 25 },
  );
}, 120_000);

/** Every review counts for exactly one question in use: all of them are somewhere. */
async function reviewsAddUp(household: Household, ids: readonly string[]): Promise<void> {
  const reps = await Promise.all((await questionIds(household)).map((id) => repsOf(household, id)));
  expect(reps.reduce((sum, one) => sum + one, 0)).toBe(ids.length);
  expect(reps.every((one) => one > 0)).toBe(true);
}

/** What is stored of each question and known of it, in order. */
async function allOf(household: Household) {
  const { read } = household.database;
  const [questions, memories, notes] = await Promise.all([
    read.question.findMany({ orderBy: { id: "asc" } }),
    read.memory.findMany({ orderBy: { questionId: "asc" } }),
    read.note.findMany({ orderBy: { id: "asc" } }),
  ]);
  // No row and a new one say the same.
  const known = memories.filter(
    ({ phase, suspended, flagged }) => phase !== "new" || suspended || flagged,
  );
  return { questions, known, notes };
}

/** Answers the one pair that is asked about. */
async function answer(household: Household, said: string) {
  const [pair] = (await openAsks(household)).pairs;
  return answerAsk(household, { ask: pair?.id, answer: said });
}

/** Takes back the one merge that there is. */
async function undo(household: Household) {
  const ask = await household.database.read.ask.findFirst({ where: { answer: "same" } });
  return undoMerge(household, { ask: ask?.id });
}

async function repsOf(household: Household, id: string): Promise<number> {
  return (await found(household, id)).value.memory.reps;
}

async function found(household: Household, id: string) {
  const question = await questionById(household, { id });
  if (!question.ok) throw new Error(question.error.detail);
  return question;
}

async function noteOf(household: Household, questionId: string) {
  const { read } = household.database;
  return (await read.note.findFirst({ where: { questionId } }))?.markdown;
}

async function note(household: Household, questionId: string, markdown: string) {
  const { read } = household.database;
  const stored = await read.note.findFirst({ where: { questionId } });
  const seenAt = stored ? stored.updatedAt.toISOString() : null;
  const saved = await saveOwnText(household, { questionId, kind: "note", markdown, seenAt });
  if (!saved.ok) throw new Error(saved.error.detail);
}

async function act(household: Household, questionId: string, kind: string) {
  const at = household.clock.now().toISOString();
  return takeActions(household, { actions: [{ id: v7(), kind, questionId, at }] });
}

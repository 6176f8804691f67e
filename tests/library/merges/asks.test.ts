import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { answerAsk } from "@/lib/library/merges/answer-ask";
import { openAsks } from "@/lib/library/merges/open-asks";
import { NO_CHANGES } from "@/lib/library/run/outcomes";
import { questionById } from "@/lib/study/questions";
import { undoMerge } from "@/lib/library/merges/undo-merge";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household, prepared, takeIn } from "@/tests/support/store";
import type { AskedPair } from "@/lib/wire/asks";
import { AFTER, BEFORE } from "@/tests/support/unclear";

const NONE = { ...NO_CHANGES, asks: [] };
const OTHERS = [
  { prompt: "What is a metric?", answer: "What a path costs." },
  { prompt: "Who owns a zone?", answer: "Whom its parent names." },
];

describe("a changed question that may be the old one", () => {
  let household: Household;
  let old: string;

  beforeEach(async () => {
    household = await aHousehold({ "content/a.md": aDocument(...OTHERS, BEFORE) });
    old = (await questionIds(household)).at(-1) ?? "";
    await send(household, aReview(household, old, 3));
    await takeIn(household, { "content/a.md": aDocument(...OTHERS, AFTER) });
  });

  test("is shown beside it", async () => {
    const { pairs, missing, more } = await openAsks(household);
    expect({ missing, more }).toEqual({ missing: [], more: 0 });
    expect(pairs).toMatchObject([
      {
        kind: "same",
        questions: [
          { id: old, path: "content/a.md", reviews: 1, inUse: false },
          { reviews: 0, inUse: true, promptHtml: expect.stringContaining("huge old store") },
        ],
      },
    ]);
  });

  test("gets its history when it is the same", async () => {
    const id = (await questionIds(household)).at(-1) ?? "";
    expect(await answer(household, "same")).toEqual({ ok: true, value: null });
    expect(await questionById(household, { id })).toMatchObject({
      value: { prompt: AFTER.prompt, memory: { state: "review", reps: 1 } },
    });
    expect(await openAsks(household)).toEqual({ missing: [], ofTwo: [], pairs: [], more: 0 });
  });

  test("stays new when it is another, and is never asked about again", async () => {
    await answer(household, "different");
    const again = aDocument(...OTHERS, AFTER, { prompt: "What is a hop?", answer: "A step." });
    const { changes } = await takeIn(household, { "content/a.md": again });
    expect(changes).toEqual({ ...NONE, added: 1, unchanged: 3 });
    expect((await openAsks(household)).pairs).toEqual([]);
    expect(await questionById(household, { id: old })).toMatchObject({
      value: { mergedIntoId: null, memory: { reps: 1 } },
    });
  });

  test("is answered once, and only by what answers it", async () => {
    const [pair] = (await openAsks(household)).pairs;
    const say = (said: string) => answerAsk(household, { ask: pair?.id, answer: said });
    expect(await say("retire")).toMatchObject({ ok: false, error: { kind: "conflict" } });
    expect(await say("perhaps")).toMatchObject({ ok: false, error: { kind: "not-found" } });
    const both = await Promise.all([say("same"), say("different")]);
    expect(both.some(({ ok }) => ok)).toBe(true);
    expect(await say("different")).toMatchObject({ ok: false, error: { kind: "not-found" } });
    expect(await household.database.read.ask.count({ where: { answer: "same" } })).toBe(1);
  });
});

describe("the same question in two documents", () => {
  const documents = {
    "content/a.md": aDocument(BEFORE),
    "content/b.md": aDocument({ ...BEFORE, answer: "By snapshots." }, ...OTHERS),
  };

  test("is one when it is the same: the older, with the reviews of both, in whichever document", async () => {
    const household = await aHousehold(documents);
    const [older = "", newer = ""] = await questionIds(household);
    await send(household, aReview(household, older, 3));
    household.clock.wait(60);
    await send(household, aReview(household, newer, 3));
    expect((await openAsks(household)).pairs).toMatchObject([{ kind: "duplicate" }]);
    await answer(household, "same");
    expect(await questionIds(household)).not.toContain(newer);
    expect(await questionById(household, { id: older })).toMatchObject({
      value: { memory: { reps: 2 } },
    });
    const changed = { ...documents, "content/b.md": `${documents["content/b.md"]}\n` };
    expect((await takeIn(household, changed)).changes).toEqual({ ...NONE, unchanged: 4 });
    expect(await questionIds(household)).not.toContain(newer);
  });

  test("stays two when it is not", async () => {
    const household = await aHousehold(documents);
    await answer(household, "different");
    const changed = { ...documents, "content/b.md": `${documents["content/b.md"]}\n` };
    expect((await takeIn(household, changed)).changes).toEqual({ ...NONE, unchanged: 4 });
    expect(await questionIds(household)).toHaveLength(4);
  });
});

describe("asks about one question", () => {
  const backup = (what: string, place: string, night: string) => ({
    prompt: `How do you back up a ${what} to another ${place} at ${night}?`,
    answer: "By a snapshot that a job copies, kept for thirty days and tried each month.",
  });
  const old = [
    backup("small database", "region", "night"),
    backup("huge database", "region", "noon"),
    backup("small volume", "account", "night"),
  ];
  const others = [
    { prompt: "What is a route for?", answer: "Packets." },
    { prompt: "Why do we shard a table?", answer: "Size." },
    { prompt: "Which lock is optimistic?", answer: "A version." },
    { prompt: "Who elects a leader?", answer: "Its peers." },
    { prompt: "When is a cache stale?", answer: "After a write." },
    { prompt: "Where do logs go?", answer: "To a disk." },
  ];
  const rewritten = {
    ...backup("small database", "account", "noon"),
    answer: "By a snapshot that a task copies, held for sixty days and tried each week.",
  };
  const twice = { ...rewritten, answer: "As ever." };
  const before = { "content/a.md": aDocument(...old, ...others) };
  const after = {
    "content/a.md": aDocument(rewritten, ...others),
    "content/b.md": aDocument(twice),
    "content/c.md": aDocument({ ...twice, answer: "As before." }),
  };

  test("go when one of them is answered by what it was, and come back with it undone", async () => {
    const household = await aHousehold(before);
    await takeIn(household, { "content/a.md": aDocument(rewritten, ...others) });
    const { pairs } = await openAsks(household);
    expect(pairs).toHaveLength(3);
    await answerAsk(household, { ask: pairs[1]?.id, answer: "same" });
    expect((await openAsks(household)).pairs).toEqual([]);
    const late = await answerAsk(household, { ask: pairs[0]?.id, answer: "same" });
    expect(late).toMatchObject({ ok: false, error: { kind: "not-found" } });
    await undoMerge(household, { ask: pairs[1]?.id });
    const left = [pairs[0]?.id, pairs[2]?.id];
    expect((await openAsks(household)).pairs.map(({ id }) => id)).toEqual(left);
  });

  test("property: in whatever order they are answered, no review is lost, none is asked twice, and all end", async () => {
    const answers = fc.array(fc.tuple(fc.nat(9), fc.constantFrom("same", "different")), {
      minLength: 20,
      maxLength: 20,
    });
    const asking = await prepared(before, async (household) => {
      for (const id of await questionIds(household))
        await send(household, aReview(household, id, 3));
      await takeIn(household, after);
    });
    await fc.assert(
      fc.asyncProperty(answers, async (said) => {
        const { household } = await asking();
        const asked = new Set<string>();
        for (const [at, answered] of said) {
          const { pairs } = await openAsks(household);
          expect(pairs.every(standsStill)).toBe(true);
          const pair = pairs[at % pairs.length];
          if (!pair) break;
          const [a, b] = pair.questions.map(({ id }) => id).toSorted();
          expect(asked).not.toContain(`${a} ${b}`);
          asked.add(`${a} ${b}`);
          expect(await answerAsk(household, { ask: pair.id, answer: answered })).toMatchObject({
            ok: true,
          });
        }
        expect((await openAsks(household)).pairs).toEqual([]);
        const memories = await household.database.read.memory.findMany({
          where: { question: { mergedIntoId: null } },
        });
        const counted = memories.reduce((sum, { reps }) => sum + reps, 0);
        expect(counted).toBe(old.length + others.length);
        await household.database.close();
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  /** Both sides are where such an ask is about them. */
  function standsStill({ kind, questions: [known, other] }: AskedPair): boolean {
    return other.inUse && known.inUse === (kind === "duplicate");
  }
});

describe("more than a third of the questions missing", () => {
  const three = [BEFORE, ...OTHERS];
  const whole = { "content/a.md": aDocument(...three), "content/b.md": aDocument(AFTER) };
  const some = { "content/a.md": aDocument(BEFORE), "content/b.md": aDocument(AFTER) };

  test("puts none away until it is said, and then all of them", async () => {
    const household = await aHousehold(whole);
    await takeIn(household, some);
    expect((await openAsks(household)).missing).toMatchObject([
      { questions: 2, documents: [{ path: "content/a.md", questions: 2 }] },
    ]);
    expect(await questionIds(household)).toHaveLength(4);
    await answer(household, "retire");
    expect(await questionIds(household)).toHaveLength(2);
    expect((await takeIn(household, whole)).changes).toEqual({
      ...NONE,
      restored: 2,
      unchanged: 2,
    });
  });

  test("kept, are neither put away nor asked about by a later run", async () => {
    const household = await aHousehold(whole);
    await takeIn(household, some);
    await answer(household, "keep");
    const later = { ...some, "content/a.md": `${some["content/a.md"]}\n` };
    expect((await takeIn(household, later)).changes).toEqual({ ...NONE, unchanged: 2 });
    expect(await questionIds(household)).toHaveLength(4);
  });

  test("that are back answer it by themselves, and can be missed anew", async () => {
    const household = await aHousehold(whole);
    await takeIn(household, some);
    expect((await takeIn(household, whole)).changes).toEqual({ ...NONE, unchanged: 4 });
    expect((await openAsks(household)).missing).toEqual([]);
    const { changes } = await takeIn(household, some);
    expect(changes.asks).toMatchObject([{ kind: "retire", questions: 2 }]);
  });

  test("are still waited for by later runs, which put away little beside them", async () => {
    const household = await aHousehold(whole);
    await takeIn(household, some);
    const later = { "content/a.md": aDocument(BEFORE) };
    const { changes } = await takeIn(household, later);
    expect(changes).toMatchObject({ retired: 1, unchanged: 1 });
    expect((await openAsks(household)).missing).toMatchObject([{ questions: 2 }]);
  });

  test("of a folder that is empty for a while answer it by themselves", async () => {
    const household = await aHousehold(whole);
    const empty = await takeIn(household, {});
    expect(empty.changes.asks).toMatchObject([{ kind: "retire", questions: 4 }]);
    expect((await takeIn(household, {})).changes.asks).toHaveLength(1);
    expect((await takeIn(household, whole)).changes).toEqual({ ...NONE, unchanged: 4 });
    expect(await openAsks(household)).toEqual({ missing: [], ofTwo: [], pairs: [], more: 0 });
    expect(await household.database.read.ask.count()).toBe(1);
  });

  test("of a folder that is empty for good are put away with their documents", async () => {
    const household = await aHousehold(whole);
    await takeIn(household, {});
    await answer(household, "retire");
    expect(await questionIds(household)).toEqual([]);
    const documents = await household.database.read.document.findMany();
    expect(documents.map(({ retiredBy }) => retiredBy)).toEqual(["source", "source"]);
    expect((await takeIn(household, whole)).changes).toEqual({ ...NONE, restored: 4 });
  });
});

/** Answers the one thing that is asked. */
async function answer(household: Household, said: string) {
  const { pairs, missing } = await openAsks(household);
  const [ask] = [...pairs, ...missing];
  return answerAsk(household, { ask: ask?.id, answer: said });
}

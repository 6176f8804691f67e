import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { NO_CHANGES } from "@/lib/library/run/outcomes";
import { topicTree } from "@/lib/study/topics";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, documentList, type Household, takeIn } from "@/tests/support/store";

const NONE = { ...NO_CHANGES, asks: [] };
const prompts = Array.from({ length: 250 }, (_, i) => `What does part${i} of unit${i} do?`);
const large = {
  "content/large.md": aDocument(
    ...prompts.map((prompt, i) => ({ prompt, answer: `It keeps thing${i} from load${i}.` })),
  ),
};

describe("a document of many questions", () => {
  let household: Household;

  beforeEach(async () => {
    household = await aHousehold();
  });

  /** The store, with what is done after each write. */
  function watched(after: () => Promise<void>): Database {
    const { database } = household;
    return {
      ...database,
      write: async (work) => {
        const written = await database.write(work);
        await after();
        return written;
      },
    };
  }

  test("is written in several transactions, and in use from the last one on", async () => {
    const inUse: number[] = [];
    const shown: number[] = [];
    const database = watched(async () => {
      inUse.push(await household.database.read.question.count({ where: { retiredAt: null } }));
      shown.push((await documentList(household)).length);
    });
    const { changes } = await takeIn({ ...household, database }, large);
    expect(changes).toEqual({ ...NONE, added: 250 });
    expect(inUse.length).toBeGreaterThan(4);
    expect(shown).toEqual(inUse.map((count) => (count === 0 ? 0 : 1)));
    expect(inUse.slice(-2)).toEqual([250, 250]);
    expect(new Set(inUse.slice(0, -2))).toEqual(new Set([0]));
    expect(await documentList(household)).toMatchObject([{ retiredAt: null, questions: 250 }]);
  });

  test("is there as if nothing had been when a stopped run is done again", async () => {
    let left = 4;
    const stopping = watched(async () => {
      left -= 1;
      if (left === 0) throw new Error("stopped");
    });
    await expect(takeIn({ ...household, database: stopping }, large)).rejects.toThrow("stopped");
    expect(await questionIds(household)).toEqual([]);
    expect(await documentList(household)).toEqual([]);
    expect(await topicTree(household)).toEqual([]);
    await takeIn(household, large);
    expect((await takeIn(household, large)).changes).toEqual({ ...NONE, unchanged: 250 });
    expect(await household.database.read.question.count()).toBe(250);
    expect(await household.database.read.questionVersion.count()).toBe(250);
    expect(await documentList(household)).toMatchObject([{ retiredAt: null, questions: 250 }]);
  });

  test("that grows from a small one keeps its questions in use, and their reviews", async () => {
    const small = {
      "content/large.md": aDocument({ prompt: prompts[7] ?? "", answer: "It keeps." }),
    };
    await takeIn(household, small);
    const [id = ""] = await questionIds(household);
    await send(household, aReview(household, id, 3));
    const inUse: number[] = [];
    const database = watched(async () => {
      inUse.push(await household.database.read.question.count({ where: { retiredAt: null } }));
    });
    const { changes } = await takeIn({ ...household, database }, large);
    expect(changes).toEqual({ ...NONE, added: 249, changed: 1 });
    expect(inUse.length).toBeGreaterThan(4);
    expect(inUse.slice(-2)).toEqual([250, 250]);
    expect(new Set(inUse.slice(0, -2))).toEqual(new Set([1]));
    expect(await questionIds(household)).toContain(id);
  });

  describe("of which all answers change", () => {
    const changed = { "content/large.md": large["content/large.md"].replaceAll("It keeps", "Has") };
    const current = async () => {
      const versions = await household.database.read.questionVersion.findMany({
        where: { replacedAt: null },
        orderBy: { questionId: "asc" },
        select: { questionId: true, text: { select: { answer: true } } },
      });
      return versions.map(({ questionId, text }) => ({ questionId, answer: text.answer }));
    };
    const points = () =>
      household.database.read.keyPoint.findMany({
        where: { retiredAt: null },
        orderBy: [{ questionId: "asc" }, { position: "asc" }],
        select: { id: true, text: true, answerStart: true, answerEnd: true },
      });

    beforeEach(async () => {
      await takeIn(household, large);
    });

    test("is written in several transactions, and wholly old before the last one", async () => {
      const before = await current();
      const seen: unknown[] = [];
      const database = watched(async () => {
        seen.push(await current());
      });
      const { changes } = await takeIn({ ...household, database }, changed);
      expect(changes).toEqual({ ...NONE, changed: 250 });
      expect(seen.length).toBeGreaterThan(4);
      for (const state of seen.slice(0, -2)) expect(state).toEqual(before);
      const after = before.map(({ answer, ...one }) => ({
        ...one,
        answer: answer?.replace("It keeps", "Has"),
      }));
      expect(seen.slice(-2)).toEqual([after, after]);
    });

    test("is there as if nothing had been when a stopped run is done again, or taken back", async () => {
      const before = { current: await current(), points: await points() };
      const stopped = async () => {
        let left = 4;
        const stopping = watched(async () => {
          left -= 1;
          if (left === 0) throw new Error("stopped");
        });
        await expect(takeIn({ ...household, database: stopping }, changed)).rejects.toThrow(
          "stopped",
        );
      };
      await stopped();
      await takeIn(household, large);
      expect({ current: await current(), points: await points() }).toEqual(before);
      await stopped();
      await takeIn(household, changed);
      expect((await takeIn(household, changed)).changes).toEqual({ ...NONE, unchanged: 250 });
      expect(await current()).toHaveLength(250);
      expect((await points()).map(({ id }) => id)).toEqual(before.points.map(({ id }) => id));
      expect(await household.database.read.questionVersion.count()).toBe(500);
    });
  });
});

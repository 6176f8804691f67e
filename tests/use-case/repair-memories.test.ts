import { afterEach, expect, test, vi } from "vitest";
import { unreadableMemories } from "@/lib/db/memories";
import { repairMemories } from "@/lib/use-case/repair-memories";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household } from "@/tests/support/store";

afterEach(() => vi.restoreAllMocks());

test("memories that can't be read are made again from their reviews at the start, and no others", async () => {
  const household = await reviewed();
  const before = await memories(household);
  const [one, other, odd, kept] = before.map(({ questionId }) => questionId);
  await change(household, one, { stability: null });
  await change(household, other, { due: null, lastStudyDay: null, suspended: true });
  await change(household, odd, { phase: "odd" });
  await change(household, kept, { stability: 123 });
  await repairMemories(household.database);
  expect(await memories(household)).toEqual(
    before.map((memory) => ({
      ...memory,
      stability: memory.questionId === kept ? 123 : memory.stability,
      suspended: memory.questionId === other,
    })),
  );
  expect(await unreadableMemories(household.database.read)).toEqual([]);
});

test("what can't be made again is said, and stops nothing", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const household = await reviewed();
  await change(household, (await questionIds(household))[0], { stability: null });
  vi.spyOn(household.database, "write").mockRejectedValue(new Error("The store is busy"));
  await repairMemories(household.database);
  expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("could not be made again"));
});

async function reviewed(): Promise<Household> {
  const household = await aHousehold({ "content/a.md": aDocument({}, {}, {}, {}) });
  for (const rating of [3, 1, 3] as const)
    for (const id of await questionIds(household)) {
      household.clock.wait(600);
      await send(household, aReview(household, id, rating));
    }
  return household;
}

async function memories({ database }: Household) {
  return database.read.memory.findMany({ orderBy: { questionId: "asc" } });
}

async function change({ database }: Household, questionId = "", data: Record<string, unknown>) {
  await database.write((tx) => tx.memory.updateMany({ where: { questionId }, data }));
}

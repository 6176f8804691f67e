import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { learnersByIds } from "@/lib/db/learners";
import { DEFAULT_WEIGHTS } from "@/lib/domain/schedule";
import { DEFAULT_SETTINGS } from "@/lib/domain/settings";
import { newId } from "@/lib/use-case/ids";
import { aHousehold, type Household } from "@/tests/support/store";

const FITTED = DEFAULT_WEIGHTS.map((weight) => weight * 1.1);

let household: Household;
const said = vi.fn<(sentence: string) => void>();

beforeEach(async () => {
  household = await aHousehold();
  vi.spyOn(console, "error").mockImplementation(said);
});
afterEach(() => said.mockReset());

describe("a set of weights", () => {
  test("of FSRS-6 is used, and named by the reviews", async () => {
    const id = await store({ weights: JSON.stringify(FITTED) });
    expect(await learner()).toMatchObject({ parameterSetId: id, scheduling: { weights: FITTED } });
    expect(said).not.toHaveBeenCalled();
  });

  test.each([
    ["34 numbers", { weights: JSON.stringify(Array(34).fill(1)) }],
    ["21 numbers of another model", { weights: JSON.stringify(FITTED), model: "FSRS-7" }],
    ["what is no number", { weights: JSON.stringify([...FITTED.slice(1), "2"]) }],
    ["what is no JSON", { weights: "[1, 2" }],
  ])("of %s is refused: the published ones are used", async (_, set) => {
    const id = await store(set);
    expect(await learner()).toMatchObject({
      parameterSetId: null,
      scheduling: { weights: DEFAULT_WEIGHTS },
    });
    expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(id));
  });
});

test("a stored zone, hour or choice that can't be used has its default", async () => {
  await household.database.write((tx) =>
    tx.learner.updateMany({ data: { zone: "Atlantis/Port", rolloverHour: 99, settings: "{" } }),
  );
  expect(await learner()).toMatchObject({
    scheduling: { ...DEFAULT_SETTINGS, zone: "UTC", rolloverHour: 4 },
  });
  expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("Atlantis/Port"));
});

async function learner() {
  const [found] = await learnersByIds(household.database.read, [household.learner.id]);
  return found;
}

/** Stores a set in use, and answers its id. */
async function store(set: { weights: string; model?: string }): Promise<string> {
  const id = newId();
  const figures = { reviewCount: 1000, logLossBefore: 0.35, logLossAfter: 0.34 };
  const data = { id, learnerId: household.learner.id, active: true, ...figures, ...set };
  await household.database.write((tx) =>
    tx.parameterSet.create({ data: { ...data, fittedAt: household.clock.now() } }),
  );
  return id;
}

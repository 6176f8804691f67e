import fc from "fast-check";
import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { storedMemory } from "@/lib/db/memories";
import { reviewLog } from "@/lib/db/review-log";
import type { StoredMemory } from "@/lib/db/stored-memory";
import type { Rating } from "@/lib/domain/rating";
import { replay } from "@/lib/domain/replay";
import { startOfStudyDay, studyDay } from "@/lib/domain/study-day";
import { studyQueue } from "@/lib/study/study-queue";
import { takeActions } from "@/lib/study/reviews/take-actions";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { anyRating } from "@/tests/support/scheduling";
import { aHousehold, type Household } from "@/tests/support/store";

const DAY_MINUTES = 24 * 60;

let household: Household;
let first: string;
let second: string;

beforeEach(async () => {
  household = await aHousehold({ "content/a.md": aDocument({}, {}) });
  [first = "", second = ""] = await questionIds(household);
});

describe("taking an action back", () => {
  test("what was suspended or put off is back in the queue", async () => {
    for (const kind of ["suspend", "bury"] as const) {
      const action = anAction(kind);
      await take(action);
      expect(await queued()).toEqual([second]);
      const [undone] = await take(anUndoOf(action.id));
      expect(undone).toMatchObject({ status: "recorded", memory: { suspended: false } });
      expect(await queued()).toEqual([first, second]);
    }
  });

  test("leaves what other actions decided, and takes each back once", async () => {
    const flag = anAction("flag");
    const [earlier, again] = [anAction("bury"), anAction("bury")];
    await take(anAction("suspend"), flag, earlier, again);
    await take(anUndoOf(again.id), anUndoOf(flag.id));
    const [twice] = await take(anUndoOf(flag.id));
    expect(twice).toMatchObject({
      status: "recorded",
      memory: {
        suspended: true,
        flagged: false,
        buriedUntil: new Date("2026-11-25T04:00:00Z"),
      },
    });
  });

  test("takes back nothing but what a learner did, and says so", async () => {
    const flag = anAction("flag");
    await take(flag);
    const undo = anUndoOf(flag.id);
    await take(undo);
    for (const actionId of [undo.id, v7()])
      expect(await take(anUndoOf(actionId))).toMatchObject([{ status: "rejected" }]);
    const asked = anAction("asked");
    await take(asked);
    expect(await take(anUndoOf(asked.id))).toMatchObject([{ status: "recorded" }]);
  });
});

describe("taking a start over back", () => {
  test("gives the memory back that the reviews add up to", async () => {
    await send(household, aReview(household, first, 3));
    household.clock.wait(DAY_MINUTES);
    const before = await stored(first);
    const [earlier, later] = [anAction("reset"), anAction("reset")];
    later.at = new Date(household.clock.now().getTime() + 60_000).toISOString();
    household.clock.wait(2);
    await take(earlier, later);
    const [undone] = await take(anUndoOf(later.id));
    expect(undone).toMatchObject({ status: "recorded", memory: { state: "new" } });
    await take(anUndoOf(earlier.id));
    expect(await stored(first)).toEqual(before);
  });

  test("counts the reviews after it with those before", async () => {
    await send(household, aReview(household, first, 3));
    household.clock.wait(DAY_MINUTES);
    const reset = anAction("reset");
    await take(reset);
    household.clock.wait(1);
    await send(household, aReview(household, first, 3));
    const [undone] = await take(anUndoOf(reset.id));
    expect(undone).toMatchObject({ status: "recorded", memory: { state: "review", reps: 2 } });
  });
});

describe("bringing a question back", () => {
  test("resumes what was put off, and taken back puts it off again", async () => {
    await take(anAction("bury"));
    household.clock.wait(1);
    const resume = anAction("resume");
    const [back] = await take(resume);
    expect(back?.memory).toMatchObject({ suspended: false, buriedUntil: null });
    household.clock.wait(1);
    const [undone] = await take(anUndoOf(resume.id));
    const buriedUntil = new Date("2026-11-25T04:00:00Z");
    expect(undone?.memory).toMatchObject({ suspended: false, buriedUntil });
  });

  test("an earlier day's putting off, taken back after it, changes nothing", async () => {
    const bury = anAction("bury");
    await take(bury);
    household.clock.wait(1);
    await take(anAction("resume"));
    const [undone] = await take(anUndoOf(bury.id));
    expect(undone?.memory).toMatchObject({ suspended: false, buriedUntil: null });
  });
});

describe("pausing a question", () => {
  test("suspended, it is out of the queue until it is resumed", async () => {
    const [suspended] = await take(anAction("suspend"));
    expect(suspended).toMatchObject({ status: "recorded", memory: { suspended: true } });
    expect(await queued()).toEqual([second]);
    const [resumed] = await take(anAction("resume"));
    expect(resumed).toMatchObject({ status: "recorded", memory: { suspended: false } });
    expect(await queued()).toEqual([first, second]);
  });

  test("buried, it is back with the next study day, at the rollover", async () => {
    const [buried] = await take(anAction("bury"));
    const rollover = new Date("2026-11-25T04:00:00Z");
    expect(buried).toMatchObject({ status: "recorded", memory: { buriedUntil: rollover } });
    household.clock.set("2026-11-25T03:59:59.999Z");
    expect(await queued()).toEqual([second]);
    household.clock.set("2026-11-25T04:00:00.000Z");
    expect(await queued()).toEqual([first, second]);
  });

  test("buried after midnight, it is back the same morning", async () => {
    household.clock.set("2026-11-25T01:30:00Z");
    const [buried] = await take(anAction("bury"));
    expect(buried?.memory?.buriedUntil).toEqual(new Date("2026-11-25T04:00:00Z"));
  });

  test("a bury that arrives late doesn't shorten a newer one", async () => {
    await take(anAction("bury"));
    const [late] = await take(anAction("bury", { at: "2026-11-22T19:00:00.000Z" }));
    expect(late?.memory?.buriedUntil).toEqual(new Date("2026-11-25T04:00:00Z"));
  });
});

describe("marking a question", () => {
  test("flag sets the flag, and a second one takes it away", async () => {
    const [set, unset] = await take(anAction("flag"), anAction("flag"));
    expect([set?.memory?.flagged, unset?.memory?.flagged]).toEqual([true, false]);
  });

  test("asked in an interview is kept with its note and changes no memory", async () => {
    const [asked] = await take(anAction("asked", { note: "ACME, second round" }));
    expect(asked).toMatchObject({ status: "recorded", memory: { state: "new" } });
    const [row] = await household.database.read.action.findMany();
    expect(row).toMatchObject({ questionId: first, kind: "asked", at: household.clock.now() });
    expect(JSON.parse(row?.detail ?? "")).toMatchObject({ note: "ACME, second round" });
    expect(await household.database.read.memory.count()).toBe(0);
  });
});

describe("starting a question over", () => {
  test("a reset question is new, and its log stays", async () => {
    await send(household, aReview(household, first, 3));
    household.clock.wait(DAY_MINUTES);
    const [reset] = await take(anAction("reset"));
    expect(reset).toMatchObject({ status: "recorded", memory: { state: "new", reps: 0 } });
    expect(await household.database.read.review.count({ where: { undoneAt: null } })).toBe(1);
  });

  test("a review after it starts from new, and taken back leaves it new", async () => {
    await send(household, aReview(household, first, 3));
    household.clock.wait(DAY_MINUTES);
    await take(anAction("reset"));
    household.clock.wait(1);
    const review = aReview(household, first, 3);
    const [recorded] = await send(household, review);
    expect(recorded?.memory).toMatchObject({ state: "review", reps: 1, stability: 2.3065 });
    household.clock.wait(1);
    const [undone] = await take(anUndo(review.id));
    expect(undone).toMatchObject({ status: "recorded", memory: { state: "new" } });
    household.clock.wait(1);
    const [next] = await send(household, aReview(household, first, 4));
    expect(next?.memory).toMatchObject({ state: "review", reps: 1 });
  });

  test("a late review from before it doesn't count, and remembers what it decided on", async () => {
    await send(household, aReview(household, first, 3));
    household.clock.wait(3 * DAY_MINUTES);
    const before = household.clock.now().toISOString();
    household.clock.wait(1);
    await take(anAction("reset"));
    household.clock.wait(1);
    const late = aReview(household, first, 1, { reviewedAt: before });
    const [result] = await send(household, late);
    expect(result).toMatchObject({ status: "recorded", memory: { state: "new", reps: 0 } });
    const row = await household.database.read.review.findUnique({ where: { id: late.id } });
    expect(row).toMatchObject({ phaseBefore: "review", phaseGiven: "relearning" });
  });

  test("a reset that arrives late leaves the reviews after it", async () => {
    await send(household, aReview(household, first, 3));
    household.clock.wait(DAY_MINUTES);
    const between = household.clock.now().toISOString();
    household.clock.wait(DAY_MINUTES);
    await send(household, aReview(household, first, 3));
    const [reset] = await take(anAction("reset", { at: between }));
    expect(reset?.memory).toMatchObject({ state: "review", reps: 1 });
  });

  test("a reset older than the last one changes nothing", async () => {
    household.clock.wait(DAY_MINUTES);
    await take(anAction("reset"));
    const [older] = await take(anAction("reset", { at: "2026-11-20T19:00:00.000Z" }));
    expect(older?.status).toBe("recorded");
    expect((await stored(first)).resetAt).toEqual(household.clock.now());
  });
});

describe("taking a review back", () => {
  test("gives the memory before it; the log keeps the review, marked", async () => {
    const [review] = await send(household, aReview(household, first, 3));
    household.clock.wait(1);
    const [undone] = await take(anUndo(review?.id));
    expect(undone).toMatchObject({ status: "recorded", memory: { state: "new" } });
    const rows = await household.database.read.review.findMany();
    expect(rows.map(({ undoneAt }) => undoneAt)).toEqual([household.clock.now()]);
    const [row] = await household.database.read.action.findMany();
    expect(row).toMatchObject({ questionId: first, kind: "undo" });
    expect(JSON.parse(row?.detail ?? "")).toMatchObject({ reviewId: review?.id });
  });

  test("a newer review in the way is a conflict, and nothing is recorded", async () => {
    const [older] = await send(household, aReview(household, first, 3));
    household.clock.wait(1);
    const [newer] = await send(household, aReview(household, first, 3));
    const undo = anUndo(older?.id);
    const [refused] = await take(undo);
    expect(refused).toMatchObject({ status: "conflict", problem: expect.stringMatching(/newer/) });
    expect(await household.database.read.action.count()).toBe(0);
    expect(await stored(first)).toMatchObject({ memory: { reps: 2 } });
    const results = await take(anUndo(newer?.id), undo);
    expect(statuses(results)).toEqual(["recorded", "recorded"]);
  });

  test("an unknown review is rejected, and so is an action by the name of a review", async () => {
    const flag = anAction("flag");
    const results = await take(flag, anUndo(flag.id), anUndo(v7()));
    expect(statuses(results)).toEqual(["recorded", "rejected", "rejected"]);
    expect(results[1]?.problem).toMatch(/^reviewId: /);
  });
});

describe("twice is once", () => {
  test.each(["suspend", "resume", "bury", "flag", "reset", "asked"])("%s", async (kind) => {
    const action = anAction(kind, { note: "again" });
    const [once, again] = await take(action, action);
    expect([once?.status, again?.status]).toEqual(["recorded", "duplicate"]);
    expect(again?.memory).toEqual(once?.memory);
    expect(await household.database.read.action.count()).toBe(1);
  });

  test("undo, also when a newer review has come since", async () => {
    const [review] = await send(household, aReview(household, first, 3));
    const undo = anUndo(review?.id);
    await take(undo);
    household.clock.wait(1);
    const [newer] = await send(household, aReview(household, first, 3));
    const [again] = await take(undo);
    expect(again).toMatchObject({ status: "duplicate", memory: { reps: 1 } });
    expect(again?.memory).toEqual(newer?.memory);
  });

  test("five times at once", async () => {
    const flag = anAction("flag");
    const results = await Promise.all(Array.from({ length: 5 }, () => take(flag)));
    expect(statuses(results.flat()).toSorted()).toEqual([
      ...Array(4).fill("duplicate"),
      "recorded",
    ]);
    expect(await stored(first)).toMatchObject({ flagged: true });
  });

  test.each([
    ["another kind", { kind: "bury" }],
    ["another time", { at: "2026-11-24T18:00:00.000Z" }],
    ["another note", { note: "not the same" }],
  ])("but %s under the same id is a conflict, and changes nothing", async (_, changes) => {
    const suspend = anAction("suspend");
    await take(suspend);
    const [result] = await take({ ...suspend, ...changes });
    expect(result).toMatchObject({ status: "conflict", problem: expect.stringMatching(/other/) });
    expect(await stored(first)).toMatchObject({ suspended: true, buriedUntil: null });
    expect(await household.database.read.action.count()).toBe(1);
  });
});

test("each of a batch stands alone, in the order sent", async () => {
  const flag = anAction("flag");
  const results = await take(
    anAction("suspend"),
    { ...flag, id: "no uuid" },
    { ...flag, kind: "forget" },
    { ...flag, at: "yesterday" },
    { ...flag, kind: "undo" },
    anAction("flag", { questionId: "no-such-question" }),
    "junk",
    anAction("suspend", { questionId: second }),
    anAction("resume"),
  );
  expect(statuses(results)).toEqual([
    "recorded",
    ...Array(6).fill("rejected"),
    "recorded",
    "recorded",
  ]);
  expect(results.slice(1, 7).map(({ problem }) => problem)).toEqual([
    "id: Invalid UUID",
    "kind: must be one of undo, suspend, resume, bury, flag, reset, asked",
    expect.stringMatching(/^at: /),
    expect.stringMatching(/^reviewId: /),
    "questionId: there is no such question",
    expect.stringMatching(/^action: /),
  ]);
  expect(results.map(({ id }) => id).filter((id) => id === null)).toHaveLength(1);
  expect(await queued()).toEqual([first]);
});

test("an action about a retired question is still recorded", async () => {
  await household.database.write((tx) =>
    tx.question.update({ where: { id: first }, data: { retiredAt: household.clock.now() } }),
  );
  expect((await take(anAction("flag")))[0]?.status).toBe("recorded");
});

test("a caller's clock that is two days behind is corrected", async () => {
  const sentAt = new Date("2026-11-22T19:00:00Z");
  const bury = anAction("bury", { at: "2026-11-22T18:50:00.000Z" });
  const { value } = await takeActions(household, { sentAt, actions: [bury] });
  expect(value.results[0]?.memory?.buriedUntil).toEqual(new Date("2026-11-25T04:00:00Z"));
  const [row] = await household.database.read.action.findMany();
  expect(row?.at).toEqual(new Date("2026-11-24T18:50:00Z"));
  expect(JSON.parse(row?.detail ?? "")).toMatchObject({ saidAt: bury.at });
});

test("what an action did survives a review, its undoing and a reset", async () => {
  await take(anAction("suspend"), anAction("bury"), anAction("flag"));
  const decided = {
    suspended: true,
    buriedUntil: new Date("2026-11-25T04:00:00Z"),
    flagged: true,
  };
  const [review] = await send(household, aReview(household, first, 3));
  expect(review?.memory).toMatchObject({ state: "review", ...decided });
  household.clock.wait(1);
  const [undone, reset] = await take(anUndo(review?.id), anAction("reset"));
  expect(undone?.memory).toMatchObject({ state: "new", ...decided });
  expect(reset?.memory).toMatchObject({ state: "new", ...decided });
});

describe("a reset that comes between a review's reading and its writing", () => {
  test.each([
    ["a question never seen", 0],
    ["a question seen before", 1],
  ])("of %s is not lost", async (_, before) => {
    for (let i = 0; i < before; i += 1) await send(household, aReview(household, first, 3));
    household.clock.wait(DAY_MINUTES);
    const review = aReview(household, first, 3);
    household.clock.wait(1);
    const { database } = household;
    const interrupted: Household = {
      ...household,
      database: {
        ...database,
        writePlainly: async (work) => {
          await take(anAction("reset"));
          return database.writePlainly(work);
        },
      },
    };
    const [result] = await send(interrupted, review);
    expect(result).toMatchObject({ status: "recorded", memory: { state: "new" } });
  });
});

test("property: after every review and action the stored memory is what the log replays to since the last reset, and what was decided stays", async () => {
  const step = fc.record({
    kind: fc.oneof(
      { weight: 4, arbitrary: fc.constant("review") },
      { weight: 2, arbitrary: fc.constantFrom("reset", "undo") },
      { weight: 2, arbitrary: fc.constantFrom("suspend", "resume", "bury", "flag", "asked") },
    ),
    rating: anyRating,
    waitMinutes: fc.integer({ min: 1, max: 10_000 }),
    // How long before now it happened: late ones come between others, and before a reset.
    agoMinutes: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 })),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 16 }), async (steps) => {
      household = await aHousehold({ "content/a.md": aDocument({}) });
      [first = ""] = await questionIds(household);
      let decided: Decided = { resetAt: null, suspended: false, buriedUntil: null, flagged: false };
      for (const { kind, rating, waitMinutes, agoMinutes } of steps) {
        household.clock.wait(waitMinutes);
        const at = new Date(household.clock.now().getTime() - agoMinutes * 60_000);
        decided = decidedAfter(decided, kind, at);
        expect(await done(kind, rating, at.toISOString())).not.toContain("rejected");
        const now = await stored(first);
        expect(now).toMatchObject(decided);
        expect(now.memory).toEqual(await replayed(first));
      }
      await household.database.close();
    }),
    { numRuns: 25 },
  );
}, 60_000);

type Decided = Pick<StoredMemory, "resetAt" | "suspended" | "buriedUntil" | "flagged">;

/** What the learner decided, said once more in the plainest way. */
function decidedAfter(before: Decided, kind: string, at: Date): Decided {
  if (kind === "suspend") return { ...before, suspended: true };
  if (kind === "resume") return { ...before, suspended: false, buriedUntil: null };
  if (kind === "flag") return { ...before, flagged: !before.flagged };
  if (kind === "reset") return { ...before, resetAt: latest(before.resetAt, at) };
  if (kind !== "bury") return before;
  const { scheduling } = household.learner;
  const until = startOfStudyDay(studyDay(at, scheduling) + 1, scheduling);
  return { ...before, buriedUntil: latest(before.buriedUntil, until) };
}

function latest(a: Date | null, b: Date): Date {
  return a && a > b ? a : b;
}

/** Reviews the first question, takes its newest review back, or acts on it; answers the statuses. */
async function done(kind: string, rating: Rating, at: string): Promise<string[]> {
  if (kind === "review")
    return statuses(await send(household, aReview(household, first, rating, { reviewedAt: at })));
  if (kind !== "undo") return statuses(await take(anAction(kind, { at })));
  const log = await reviewLog(household.database.read, keyOf(first));
  const newest = log.filter(({ undone }) => !undone).at(-1);
  return newest ? statuses(await take(anUndo(newest.id))) : [];
}

function statuses(results: { status: string }[]): string[] {
  return results.map(({ status }) => status);
}

/** An action about the first question as a client sends it, of now. */
function anAction(kind: string, changes: Record<string, unknown> = {}) {
  const at = household.clock.now().toISOString();
  return { id: v7(), kind, questionId: first, at, ...changes };
}

function anUndo(reviewId: string | null | undefined) {
  return { id: v7(), kind: "undo", reviewId, at: household.clock.now().toISOString() };
}

function anUndoOf(actionId: string) {
  return { id: v7(), kind: "undo", actionId, at: household.clock.now().toISOString() };
}

async function take(...actions: unknown[]) {
  const { value } = await takeActions(household, { actions });
  return value.results;
}

async function queued(): Promise<string[]> {
  const { value } = await studyQueue(household, { limit: 20 });
  return value.items.map(({ questionId }) => questionId);
}

function stored(questionId: string) {
  return storedMemory(household.database.read, keyOf(questionId));
}

function keyOf(questionId: string) {
  return { learnerId: household.learner.id, questionId };
}

/** What a question's log adds up to after the stored reset. */
async function replayed(questionId: string) {
  const log = await reviewLog(household.database.read, keyOf(questionId));
  const { resetAt } = await stored(questionId);
  return replay(log, household.learner.scheduling.weights, resetAt);
}

import { describe, expect, test } from "vitest";
import type { Rating } from "@/lib/domain/rating";
import { DEFAULT_SETTINGS, type LearnerSettings } from "@/lib/domain/settings";
import { EVERYTHING } from "@/lib/domain/study-scope";
import { keptHeard } from "@/lib/offline/kept-queue";
import type { Kept } from "@/lib/offline/kept-store";
import type { OutboxEntry } from "@/lib/offline/outbox-entry";
import { aReview, anAction, anUndo } from "@/tests/support/outbox";
import { aScheduling } from "@/tests/support/scheduling";

const KEPT_AT = new Date("2026-11-24T19:00:00.000Z");

describe("what was kept to study without the server", () => {
  test("is studied in the order of the queue, and what was graded leaves it", () => {
    const kept = aKept({ due: ["a", "b"], fresh: ["c"] });
    expect(heard(kept)).toEqual(["a", "b", "c"]);
    expect(heard(kept, [graded("a", 3), graded("c", 4)])).toEqual(["b"]);
  });

  test("comes again in its step, when that is up", () => {
    const kept = aKept({ due: ["a", "b"] });
    const again = [graded("a", 1)];
    expect(heard(kept, again)).toEqual(["b"]);
    expect(keptHeard(kept, again, EVERYTHING, after(1))).toMatchObject({
      left: 2,
      nextDueAt: after(10),
    });
    expect(heard(kept, again, after(11))).toEqual(["a", "b"]);
    expect(heard(kept, [...again, graded("a", 3, 11)], after(12))).toEqual(["b"]);
  });

  test("knows what was taken back, put away and put off", () => {
    const kept = aKept({ due: ["a", "b", "c"] });
    const grade = graded("a", 3);
    expect(heard(kept, [grade, anUndo("9", grade.id)])).toEqual(["a", "b", "c"]);
    const away = [anAction("8", "suspend", "a"), anAction("9", "bury", "b")];
    expect(heard(kept, away)).toEqual(["c"]);
    expect(heard(kept, away, after(24 * 60))).toEqual(["b", "c"]);
  });

  test("holds already what the server took before it was asked for", () => {
    const kept = aKept({ due: ["a"] });
    const taken = { ...graded("a", 3), takenAt: KEPT_AT.getTime() - 1 };
    expect(heard(kept, [taken])).toEqual(["a"]);
    expect(heard(kept, [{ ...taken, takenAt: KEPT_AT.getTime() + 1 }])).toEqual([]);
  });

  test("gives no more than the day's limits, and on the next day what that takes", () => {
    const limits = { newPerDay: 2, duePerDay: 1 };
    const kept = aKept({ due: ["a", "b"], fresh: ["c", "d", "e"], limits });
    expect(heard(kept)).toEqual(["a", "c", "d"]);
    expect(heard(kept, [graded("a", 3), graded("c", 4)])).toEqual(["d"]);
    expect(heard(kept, [graded("a", 3), graded("c", 4)], after(24 * 60))).toEqual(["b", "d", "e"]);
  });

  test("has what a plan asks before it is due, once and on that day alone", () => {
    const kept = aKept({ due: ["a"], later: ["b", "c"] });
    kept.today.heldBack = { new: 0, review: 0, byPlan: true };
    expect(heard(kept)).toEqual(["a", "b", "c"]);
    expect(heard(kept, [graded("b", 3)])).toEqual(["a", "c"]);
    expect(heard(kept, [], after(24 * 60))).toEqual(["a"]);
  });

  test("is of a topic with all below it, where one is studied", () => {
    const kept = aKept({ due: ["a", "b"] });
    const [first] = kept.today.items;
    if (first) first.topic = "security/iam";
    const of = (topic: string) => keptHeard(kept, [], { ...EVERYTHING, topic }, after(1))?.items;
    expect(of("security")).toHaveLength(1);
    expect(of("sec")).toEqual([]);
    expect(keptHeard(kept, [], { ...EVERYTHING, weakest: true }, after(1))).toBeNull();
  });
});

function heard(kept: Kept, entries: OutboxEntry[] = [], now = after(1)): string[] {
  const { items = [] } = keptHeard(kept, entries, EVERYTHING, now) ?? {};
  return items.map(({ questionId }) => questionId);
}

function after(minutes: number): Date {
  return new Date(KEPT_AT.getTime() + minutes * 60_000);
}

let ids = 0;

function graded(questionId: string, rating: Rating, minutes = 0) {
  ids += 1;
  const entry = aReview(`1-${ids}`);
  if (entry.kind !== "review") throw new Error("It is a review.");
  const reviewedAt = after(minutes).toISOString();
  return { ...entry, review: { ...entry.review, questionId, rating, reviewedAt } };
}

type Waits = {
  due?: string[];
  fresh?: string[];
  later?: string[];
  limits?: Pick<LearnerSettings, "newPerDay" | "duePerDay">;
};

function aKept({ due = [], fresh = [], later = [], limits = DEFAULT_SETTINGS }: Waits): Kept {
  const { weights, ...settings } = aScheduling();
  const counts = { new: limits.newPerDay, learning: 0, review: limits.duePerDay };
  return {
    version: 1,
    askedAt: KEPT_AT.getTime(),
    clockErrorMs: 0,
    today: {
      now: KEPT_AT.toISOString(),
      studyDay: "2026-11-24",
      endOfDay: "2026-11-25T04:00:00.000Z",
      counts,
      heldBack: { new: 0, review: 0 },
      items: [
        ...due.map((id, i) => aQuestion(id, `2026-11-2${i}T04:00:00.000Z`)),
        ...later.map((id) => aQuestion(id, "2026-12-24T04:00:00.000Z")),
        ...fresh.map((id) => aQuestion(id, null)),
      ],
      settings: { ...DEFAULT_SETTINGS, ...settings, ...limits },
      parameterSet: { id: null, weights: [...weights] },
      nextDueAt: null,
      dueTomorrow: 0,
      topicTitle: null,
      elsewhere: 0,
      early: 0,
      practicable: 0,
    },
  };
}

function aQuestion(questionId: string, dueAt: string | null): Kept["today"]["items"][number] {
  const state = dueAt === null ? "new" : "review";
  return {
    questionId,
    topic: questionId,
    topicPath: [questionId],
    number: null,
    prompt: questionId,
    promptHtml: questionId,
    answerHtml: null,
    own: { answer: null, note: null },
    changed: null,
    keyPoints: [],
    choices: null,
    versionId: "v",
    state,
    dueAt,
    intervals: { again: 0, hard: 0, good: 0, easy: 0 },
    memory: {
      state,
      step: 0,
      stability: dueAt === null ? null : 20,
      difficulty: dueAt === null ? null : 5,
      retrievability: null,
      dueAt,
      lastReviewedAt: dueAt === null ? null : "2026-11-01T12:00:00.000Z",
      lastStudyDay: dueAt === null ? null : 20_758,
      reps: 3,
      lapses: 0,
      suspended: false,
      buriedUntil: null,
      flagged: false,
      leech: false,
      slipping: false,
    },
  };
}

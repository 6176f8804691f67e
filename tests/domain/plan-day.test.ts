import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyCollection } from "@/lib/domain/collection";
import { habitsOf } from "@/lib/domain/habits";
import { keepPlan } from "@/lib/domain/kept-plan";
import { memoryModel } from "@/lib/domain/memory-model";
import { lastDayForNew, plannedDays } from "@/lib/domain/pacing";
import { allowanceOfPlan, costsOf, minutesByPace, type PlanRules } from "@/lib/domain/plan-day";
import { DEFAULT_WEIGHTS } from "@/lib/domain/schedule";
import { DEFAULT_SETTINGS } from "@/lib/domain/settings";
import { simulate } from "@/lib/domain/simulate";

const MINUTE = { ms: 60_000, answers: 12 };
const RULES: PlanRules = {
  from: 100,
  until: 110,
  days: [1, 2, 3, 4, 5, 6, 7],
  minutesPerDay: 20,
  order: "gain",
  pace: { new: MINUTE, learning: MINUTE, review: MINUTE },
};
const NOTHING = { spentMs: 0, newStarted: 0, steps: 0 };

describe("what a planned day takes", () => {
  test("is the new questions paced for it, and reviews for the rest of its minutes", () => {
    expect(allowanceOfPlan(RULES, 100, 35, NOTHING)).toEqual({ new: 5, review: 12 });
  });

  test("is less by what was begun and spent, and by the steps that wait", () => {
    const used = { spentMs: 6 * 60_000, newStarted: 2, steps: 3 };
    expect(allowanceOfPlan(RULES, 100, 33, used)).toEqual({ new: 3, review: 6 });
  });

  test("leaves a fifth for what was seen while there is more that is new than time", () => {
    expect(allowanceOfPlan(RULES, 100, 900, NOTHING)).toEqual({ new: 12, review: 4 });
  });

  test("is nothing on a day off, on the day itself, and when the minutes are used", () => {
    const none = { new: 0, review: 0 };
    const days = RULES.days.filter((day) => day !== 6);
    expect(allowanceOfPlan({ ...RULES, days }, 100, 35, NOTHING)).toEqual(none);
    expect(allowanceOfPlan(RULES, 110, 35, NOTHING)).toEqual(none);
    expect(allowanceOfPlan(RULES, 100, 35, { ...NOTHING, spentMs: 21 * 60_000 })).toEqual(none);
  });
});

const anyPace = fc
  .tuple(...[0, 1, 2].map(() => fc.integer({ min: 5_000, max: 300_000 })))
  .map(([a = 0, b = 0, c = 0]) => ({
    new: { ms: a, answers: 10 },
    learning: { ms: b, answers: 10 },
    review: { ms: c, answers: 0 },
  }));

test("property: a day never exceeds its minutes by more than one question", () => {
  fc.assert(
    fc.property(
      anyPace,
      fc.integer({ min: 1, max: 720 }),
      fc.nat({ max: 2000 }),
      (pace, minutesPerDay, unseen) => {
        const rules = { ...RULES, pace, minutesPerDay };
        const left = allowanceOfPlan(rules, 100, unseen, NOTHING);
        const costs = costsOf(pace);
        const ms = left.new * costs.new + left.review * costs.review;
        expect(ms).toBeLessThanOrEqual(minutesPerDay * 60_000 + Math.max(costs.new, costs.review));
        expect(minutesByPace({ ...left, learning: 0 }, pace).answers).toBe(20);
      },
    ),
  );
});

describe("keeping a plan", () => {
  test("property: all that can be seen are seen by seven tenths of the time, what matters first", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 10, max: 40 }),
        (questions, days) => {
          const rules = { ...RULES, until: RULES.from + days, minutesPerDay: 30 };
          const collection = aCollection(questions);
          const kept = keepPlan(collection, { ...keepingBy(rules), model }, () => 3);
          const met = kept.filter((day) => day.new > 0).map(({ day }) => day);
          const room = plannedDays(rules.from, rules).filter((day) => day <= lastDayForNew(rules));
          const most = room.length * 18;
          const last = Math.max(...met);
          expect(questions > most || last <= lastDayForNew(rules)).toBe(true);
          expect(kept.reduce((sum, day) => sum + day.new, 0)).toBe(questions);
        },
      ),
      { numRuns: 25 },
    );
  });

  test("asks nothing twice a day, and nothing on days off", () => {
    const rules = { ...RULES, days: [1, 3, 5] };
    const asked = new Set<string>();
    keepPlan(aCollection(30), { ...keepingBy(rules), model }, (at, day) => {
      expect(asked.has(`${at} ${day}`)).toBe(false);
      asked.add(`${at} ${day}`);
      return 3;
    });
    const days = new Set([...asked].map((one) => Number(one.split(" ")[1])));
    expect([...days].every((day) => plannedDays(100, rules).includes(day))).toBe(true);
  });
});

describe("a simulation", () => {
  const simulation = {
    collection: aCollection(40),
    keeping: keepingBy(RULES),
    habits: habitsOf([]),
    minutes: [5, 20],
    runs: 6,
  };

  test("is the same for the same seed, and another for another", () => {
    expect(simulate({ ...simulation, seed: 7 })).toEqual(simulate({ ...simulation, seed: 7 }));
    expect(simulate({ ...simulation, seed: 7 })).not.toEqual(simulate({ ...simulation, seed: 8 }));
  });

  test("reaches more with more minutes, and says what is never seen", () => {
    const [little, more] = simulate({ ...simulation, seed: 7 }).plans;
    expect(more?.reaches.recall).toBeGreaterThan(little?.reaches.recall ?? 1);
    expect(little?.unseen[0]).toBeGreaterThan(0);
    expect(more?.unseen).toEqual([0]);
    expect(more?.gap?.leftDays).toBeGreaterThan(0);
  });
});

const model = memoryModel(DEFAULT_WEIGHTS);

function aCollection(questions: number) {
  const collection = emptyCollection(questions);
  collection.importance.fill(1);
  return collection;
}

function keepingBy(rules: PlanRules) {
  return {
    rules,
    weights: DEFAULT_WEIGHTS,
    settings: DEFAULT_SETTINGS,
    today: { day: rules.from, spentMs: 0, newStarted: 0 },
  };
}

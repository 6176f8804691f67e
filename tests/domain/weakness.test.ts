import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cause, CAUSES, none, type Part, type Weakness } from "@/lib/domain/causes";
import type { TopicNode } from "@/lib/domain/topic";
import { shownLoss, tooFewText, weakAreas } from "@/lib/domain/weakness";
import { aTopic, figures } from "@/tests/support/topics";

const FEW: Record<string, Partial<Record<Cause, Part>>> = {};

describe("weak areas", () => {
  test("come in the order of the loss that they print, with the topics that they lie in", () => {
    const areas = areasOf([aTopic("a"), aTopic("b", {}, [aTopic("b/c")])], {
      a: { forgotten: part(20, 3) },
      "b/c": { unseen: part(12, 12), forgotten: part(8, 4) },
    });
    expect(areas.map((area) => [area.path, area.cause, shownLoss(area)])).toEqual([
      ["b/c", "unseen", 12],
      ["b/c", "forgotten", 4],
      ["a", "forgotten", 3],
    ]);
    expect(areas[0]?.titles).toEqual(["b", "b/c"]);
  });

  test("count a question as often as its topic matters, and none of what does not matter", () => {
    const areas = areasOf([aTopic("a", { importance: 3 }), aTopic("b", { importance: 0 })], {
      a: { forgotten: part(4, 1) },
      b: { unseen: part(50, 50) },
    });
    expect(areas).toMatchObject([{ path: "a", loss: 3, weight: 12, questions: 4 }]);
  });

  test("name nothing that is recalled as much as its learner wants", () => {
    const wanted = areasOf([aTopic("a"), aTopic("b"), aTopic("c", { desiredRetention: 0.8 })], {
      a: { forgotten: part(10, 1), unstable: part(2, 0.2) },
      b: { forgotten: part(10, 1.1) },
      c: { forgotten: part(10, 2) },
    });
    expect(wanted.map(({ path }) => path)).toEqual(["b"]);
  });

  test("tell what is too little in a topic with the one around it, and repeat nothing there", () => {
    const topics = [aTopic("a", {}, [aTopic("a/small"), aTopic("a/less"), aTopic("a/enough")])];
    const areas = areasOf(topics, {
      "a/small": { forgotten: part(2, 1.4) },
      "a/less": { forgotten: part(1, 0.4) },
      "a/enough": { forgotten: part(5, 2) },
    });
    expect(areas.map(({ path, questions }) => [path, questions])).toEqual([
      ["a/enough", 5],
      ["a", 3],
    ]);
  });

  test("say of two questions that they were not seen, or go wrong again and again, but not that they were forgotten", () => {
    const few = { unseen: part(2, 2), forgotten: part(2, 1), unstable: part(1, 0.5) };
    const areas = areasOf([aTopic("a", {}, [aTopic("a/b")])], { "a/b": few });
    expect(areas.map(({ path, cause }) => [path, cause])).toEqual([
      ["a", "unseen"],
      ["a/b", "unstable"],
    ]);
  });

  test("say nothing of what is forgotten before enough was studied", () => {
    const parts = { a: { forgotten: part(9, 5), unseen: part(3, 3) } };
    const areas = weakAreas([aTopic("a")], { weaknessIn: within(parts), enough: false });
    expect(areas.map(({ cause }) => cause)).toEqual(["unseen"]);
  });
});

test("where there is too little to say, what was graded today is told apart", () => {
  expect(tooFewText(figures())).toBe("0 of 10 questions studied before today.");
  expect(tooFewText(figures({ shaky: 3, gradedToday: 12 }))).toContain(
    "; 12 graded today count from",
  );
});

test("property: areas are weak and in the order that they print, and no question stands in two of one cause", () => {
  fc.assert(
    fc.property(drawn(2), (all) => {
      const parts: typeof FEW = {};
      const topics = all.map((one, i) => asTopic(one, String(i), parts));
      const areas = areasOf(topics, parts);
      const shown = areas.map(shownLoss);
      expect(shown).toEqual(shown.toSorted((a, b) => b - a));
      for (const cause of CAUSES) {
        const own = areas.filter((area) => area.cause === cause);
        const ids = own.flatMap((area) => area.ids);
        expect(new Set(ids).size).toBe(ids.length);
        const lost = own.reduce((sum, { loss }) => sum + loss, 0);
        const known = Object.values(parts).reduce((sum, one) => sum + (one[cause]?.lost ?? 0), 0);
        expect(lost).toBeLessThanOrEqual(known + 1e-9);
      }
      const weak = areas.filter(({ cause }) => cause !== "half-known");
      expect(weak.filter(({ loss, weight }) => 1 - loss / weight >= 0.9)).toEqual([]);
      // What was never seen is all told.
      const unseen = areas.filter(({ cause }) => cause === "unseen");
      const all0 = Object.values(parts).reduce((sum, one) => sum + (one.unseen?.questions ?? 0), 0);
      expect(unseen.reduce((sum, { questions }) => sum + questions, 0)).toBe(all0);
    }),
  );
});

let made = 0;

/** So many questions, of which so much is lost. */
function part(questions: number, lost: number): Part {
  const ids = Array.from({ length: questions }, () => String((made += 1)));
  return { questions, lost, ids, points: [] };
}

function areasOf(topics: TopicNode[], parts: typeof FEW) {
  return weakAreas(topics, { weaknessIn: within(parts), enough: true });
}

function within(parts: typeof FEW) {
  return (path: string): Weakness => {
    const own = parts[path] ?? {};
    const of = (cause: Cause) => own[cause] ?? none();
    const [unseen, forgotten, unstable] = [of("unseen"), of("forgotten"), of("unstable")];
    return {
      parts: { unseen, forgotten, unstable, "half-known": of("half-known") },
      points: [],
    };
  };
}

/** A topic as drawn: the recall of its own questions by cause, and what lies in it. */
type Drawn = {
  recalls: Record<Exclude<Cause, "unseen">, number[]>;
  unseen: number;
  below: Drawn[];
};

function drawn(depth: number): fc.Arbitrary<Drawn[]> {
  const some = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 });
  const recalls = fc.record({ forgotten: some, unstable: some, "half-known": some });
  const below: fc.Arbitrary<Drawn[]> = depth === 0 ? fc.constant([]) : drawn(depth - 1);
  return fc.array(fc.record({ recalls, unseen: fc.nat({ max: 5 }), below }), { maxLength: 3 });
}

function asTopic({ recalls, unseen, below }: Drawn, path: string, parts: typeof FEW): TopicNode {
  const of = (all: number[]) =>
    part(
      all.length,
      all.reduce((sum, recall) => sum + 1 - recall, 0),
    );
  parts[path] = {
    unseen: part(unseen, unseen),
    forgotten: of(recalls.forgotten),
    unstable: of(recalls.unstable),
    "half-known": of(recalls["half-known"]),
  };
  return aTopic(
    path,
    {},
    below.map((one, i) => asTopic(one, `${path}/${i}`, parts)),
  );
}

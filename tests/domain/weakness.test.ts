import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ratedIn, sumOfFigures, type TopicNode } from "@/lib/domain/topic";
import { tooFewText, weakAreas } from "@/lib/domain/weakness";
import { aTopic, figures } from "@/tests/support/topics";

describe("weak areas", () => {
  test("come worst first by the recall that they print, with the topics that they lie in", () => {
    const areas = weakAreas([
      aTopic("a", { shaky: 20, recallSum: 17 }),
      aTopic("b", { shaky: 20, recallSum: 8 }, [aTopic("b/c", { shaky: 20, recallSum: 8 })]),
    ]);
    expect(areas.map(({ path, recall }) => [path, recall])).toEqual([
      ["b/c", 0.4],
      ["a", 0.85],
    ]);
    expect(areas[0]?.titles).toEqual(["b", "b/c"]);
  });

  test("name nothing that is recalled as much as its learner wants", () => {
    const asWanted = aTopic("a", { shaky: 10, recallSum: 9 });
    const less = aTopic("b", { shaky: 10, recallSum: 8.9 });
    const wantedLess = aTopic("c", { shaky: 10, recallSum: 8, desiredRetention: 0.8 });
    expect(weakAreas([asWanted, less, wantedLess]).map(({ path }) => path)).toEqual(["b"]);
  });

  test("tell a topic of two questions with the one around it", () => {
    const small = aTopic("a/small", { shaky: 2, recallSum: 0.6 });
    const strong = aTopic("a/strong", { shaky: 5, recallSum: 4.9 });
    const around = aTopic("a", { shaky: 7, recallSum: 5.5 }, [small, strong]);
    expect(weakAreas([around]).map(({ path }) => path)).toEqual(["a"]);
  });

  test("name a topic besides those in it only for other questions that are weak too", () => {
    const within = aTopic("a/b", { shaky: 10, recallSum: 4 });
    const paths = (around: Partial<TopicNode>) =>
      weakAreas([aTopic("a", around, [within])]).map(({ path }) => path);
    expect(paths({ shaky: 15, recallSum: 7 })).toEqual(["a/b", "a"]);
    expect(paths({ shaky: 15, recallSum: 8.9 })).toEqual(["a/b"]);
    expect(paths({ shaky: 12, recallSum: 5 })).toEqual(["a/b"]);
  });

  test("leave out what was never seen, and what was graded today alone", () => {
    expect(weakAreas([aTopic("a"), aTopic("b", { gradedToday: 12 })])).toEqual([]);
  });
});

test("where there is too little to say, what was graded today is told apart", () => {
  expect(tooFewText(figures())).toBe("0 of 10 questions studied before today.");
  expect(tooFewText(figures({ shaky: 3, gradedToday: 12 }))).toContain(
    "; 12 graded today count from",
  );
});

test("property: areas are weak and in order, and no weak topic of enough questions is left out or repeated", () => {
  fc.assert(
    fc.property(drawn(2), (all) => {
      const topics = all.map((one, i) => asTopic(one, String(i)));
      const areas = weakAreas(topics);
      const recalls = areas.map(({ recall }) => recall);
      expect(recalls).toEqual(recalls.toSorted((a, b) => a - b));
      const named = new Set(areas.map(({ path }) => path));
      const every = topics.flatMap(withBelow);
      const isWeak = (topic: TopicNode) =>
        ratedIn(topic) > 0 && topic.recallSum / ratedIn(topic) < topic.desiredRetention;
      expect(every.filter((topic) => named.has(topic.path) && !isWeak(topic))).toEqual([]);
      const leftOut = every.filter(
        (topic) => isWeak(topic) && !withBelow(topic).some(({ path }) => named.has(path)),
      );
      expect(leftOut.filter((topic) => ratedIn(topic) >= 3)).toEqual([]);
      const repeated = every.filter(
        (topic) =>
          named.has(topic.path) &&
          topic.children.some((one) => ratedIn(one) === ratedIn(topic) && named.has(one.path)),
      );
      expect(repeated).toEqual([]);
    }),
  );
});

function withBelow(topic: TopicNode): TopicNode[] {
  return [topic, ...topic.children.flatMap(withBelow)];
}

/** A topic as drawn: the recall of its own questions, and what lies in it. */
type Drawn = { recalls: number[]; below: Drawn[] };

function drawn(depth: number): fc.Arbitrary<Drawn[]> {
  const recalls = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 });
  const below: fc.Arbitrary<Drawn[]> = depth === 0 ? fc.constant([]) : drawn(depth - 1);
  return fc.array(fc.record({ recalls, below }), { maxLength: 3 });
}

function asTopic({ recalls, below }: Drawn, path: string): TopicNode {
  const children = below.map((one, i) => asTopic(one, `${path}/${i}`));
  const sum = recalls.reduce((a, b) => a + b, 0);
  const own = figures({ shaky: recalls.length, recallSum: sum });
  return aTopic(path, sumOfFigures([own, ...children]), children);
}

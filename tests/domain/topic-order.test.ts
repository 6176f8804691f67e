import { expect, test } from "vitest";
import { orderedTopics } from "@/lib/domain/topic-order";
import { aTopic } from "@/tests/support/topics";

const topics = [
  aTopic("a", { shaky: 10, recallSum: 9 }, [
    aTopic("a/1", { shaky: 1, recallSum: 0.9 }),
    aTopic("a/2", { shaky: 1, recallSum: 0.5 }),
  ]),
  aTopic("b", { counts: { new: 9, learning: 1, review: 2 } }),
  aTopic("c", { shaky: 10, recallSum: 4, counts: { new: 0, learning: 0, review: 1 } }),
];

test("topics stand as the documents have them, by what is due, or by what is recalled least; those in them too", () => {
  expect(paths("document")).toEqual(["a", "b", "c"]);
  expect(paths("due")).toEqual(["b", "c", "a"]);
  expect(paths("recall")).toEqual(["c", "a", "b"]);
  const [, least] = orderedTopics(topics, "recall");
  expect(least?.children.map(({ path }) => path)).toEqual(["a/2", "a/1"]);
});

function paths(order: "document" | "due" | "recall"): string[] {
  return orderedTopics(topics, order).map(({ path }) => path);
}

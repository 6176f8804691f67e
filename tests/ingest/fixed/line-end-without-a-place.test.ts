import type { Nodes } from "mdast";
import { expect, test } from "vitest";
import { questionsIn } from "../../support/dialects";

// Found by mixing shapes: where a paragraph was parted at the line that answers, the line's end between
// the two lines above it had no place in the source.
test("all that an answer is made of has its place in the source", () => {
  const source =
    "   of the item\n#### Answer: B\n# 1. TOPIC\n?\né🔒 日本\n**Answer: A**\ntext that goes on\n- [ ] a";
  const [{ answer } = { answer: null }] = questionsIn(source).questions;
  const placed = answer?.blocks.flatMap(everyNode).map(({ position }) => position !== undefined);
  expect(new Set(placed)).toEqual(new Set([true]));
});

function everyNode(node: Nodes): Nodes[] {
  return [node, ...("children" in node ? node.children.flatMap(everyNode) : [])];
}

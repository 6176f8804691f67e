import { expect, test } from "vitest";
import { questionsIn } from "../../support/dialects";

// Found by bending documents: the list and its first item had one point for their start, which was moved twice.
test("a list of an answer that counts anew lies in that answer", () => {
  const source =
    "2. ### What is a zone?\n\n   - **A part**: of a region\n   - Apart from others\n1. A place to launch\n\n   With power.\n\n3. ### What is an edge?\n\n   A cache.\n";
  const [{ answer } = { answer: null }] = questionsIn(source).questions;
  const texts = answer?.blocks.map(({ position }) =>
    answer.markdown.slice(
      (position?.start.offset ?? 0) - answer.start,
      (position?.end.offset ?? 0) - answer.start,
    ),
  );
  expect(texts).toEqual([
    "- **A part**: of a region\n- Apart from others",
    "1. A place to launch\n\n   With power.",
  ]);
});

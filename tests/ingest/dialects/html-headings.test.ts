import { describe, expect, test } from "vitest";
import { pairs, questionsIn } from "../../support/dialects";

describe("headings in HTML", () => {
  test("ask as those in Markdown do, also above their answer in one block", () => {
    const source = `<h1 align="center">Networks</h1>

<h3 align="center">What is a <code>VPC</code>?</h3>

A network of *your* own.

<h3>Why one?</h3>
<p>To be alone.</p>
<h3>
  How many?
</h3>

Two.
`;
    const { questions } = questionsIn(source);
    expect(pairs(questions)).toEqual([
      ["What is a `VPC`?", "A network of *your* own."],
      ["Why one?", "<p>To be alone.</p>"],
      ["How many?", "Two."],
    ]);
    expect(questions.map(({ line, headings }) => [line, headings])).toEqual([
      [3, ["Networks"]],
      [7, ["Networks"]],
      [9, ["Networks"]],
    ]);
  });

  test("are a page's banner where not two of them ask", () => {
    const source = `<h1 align="center">Tool</h1>\n<h3 align="center">What is it?</h3>\n\n## Install\n\nRun it.\n`;
    expect(questionsIn(source).questions).toEqual([]);
  });
});

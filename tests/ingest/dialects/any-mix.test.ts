import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import type { Nodes } from "mdast";
import { questionsIn } from "../../support/dialects";

const piece = constantFrom(
  "# 1. TOPIC",
  "## Q. What is it?",
  "### 12. Explain *that*",
  "#### Answer: B",
  "#### Good to hear",
  "## Table of Contents",
  "- [What is it?](#what-is-it)",
  "1. ### Why `x`?",
  "27. ### And how?",
  "    **[⬆ Back to Top](#contents)**",
  "    indented",
  "2. **When?**",
  "   of the item",
  "- What?",
  "  - And then?",
  "- [ ] a",
  "- [x] b",
  "- A: one",
  "- B: two",
  "<details><summary>What <b>now</b>?</summary><br>",
  "<details><summary>Answer</summary><p>",
  "</p></details>",
  "</b></details>",
  "**What of it?**",
  "**Answer: A**",
  "Q: Who?",
  "A: They.",
  "left::right",
  "What is left::right",
  "?",
  "text that goes on",
  "```js",
  "```",
  "---",
  "<br/>",
  "<!-- id: x -->",
  "<!-- tags: (a,b) -->",
  "> quoted",
  "| a | [b](#b) |",
  "|---|---|",
  "![p](https://example.org/p.png)",
  "\ttabbed",
  "é🔒 日本",
  "",
  "",
);
const text = array(piece, { maxLength: 30 }).chain((lines) =>
  constantFrom("\n", "\n\n", "\r\n").map((end) => lines.join(end)),
);

test("any mix of shapes is read the same twice, on lines of its own", () => {
  assert(
    property(text, (source) => {
      const { questions } = questionsIn(source);
      expect(questionsIn(source).questions).toEqual(questions);
      const lines = source.split(/\r\n|\n/).length;
      for (const { line, span } of questions) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(source.length);
      }
    }),
    { numRuns: 400 },
  );
});

test("an answer's lines are lines of the source, in order, less the indent of their item", () => {
  assert(
    property(text, (source) => {
      for (const { answer } of questionsIn(source).questions) {
        if (!answer) continue;
        expect(answer.markdown.trim()).not.toBe("");
        let at = 0;
        for (const line of answer.markdown.split(/\r\n|\n/)) {
          const found = source.indexOf(line.trim(), at);
          expect([line, found]).not.toEqual([line, -1]);
          at = found + line.trim().length;
        }
      }
    }),
    { numRuns: 400 },
  );
});

test("the blocks of an answer lie in it", () => {
  assert(
    property(text, (source) => {
      for (const { answer } of questionsIn(source).questions)
        for (const block of answer?.blocks ?? []) expectWithin(block, answer);
    }),
    { numRuns: 300 },
  );
});

function expectWithin(node: Nodes, answer: { markdown: string; start: number } | null): void {
  const { start, end } = node.position ?? {};
  const length = answer?.markdown.length ?? 0;
  const base = answer?.start ?? 0;
  expect(start?.offset ?? 0).toBeGreaterThanOrEqual(base);
  expect((end?.offset ?? 0) - base).toBeLessThanOrEqual(length);
  if ("children" in node) for (const child of node.children) expectWithin(child, answer);
}

test("no question is an anchor into its own document", () => {
  assert(
    property(text, (source) => {
      for (const { prompt } of questionsIn(source).questions)
        expect(prompt).not.toMatch(/^\[[^\]]*\]\(#[^)]*\)$/);
    }),
    { numRuns: 300 },
  );
});

test("a line of contents above a line of ? is no card", () => {
  expect(questionsIn("- [What is it?](#what-is-it)\n?\nSo.\n").questions).toEqual([]);
});

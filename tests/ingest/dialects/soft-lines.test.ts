import { describe, expect, test } from "vitest";
import { pairs, questionsIn } from "../../support/dialects";

const pairsIn = (source: string) => pairs(questionsIn(source).questions);
const NAMES = ["Why caches?", "What is a queue?", "Which is faster?"];
const notes = (lines: readonly string[]) =>
  `# Notes\n\n${lines.map((line) => `${line}\n\nAn answer of its own.\n`).join("\n")}`;
const asked = NAMES.map((name) => [name, "An answer of its own."]);

describe("lines that ask in italics or as quotes", () => {
  test.each([
    ["italics", "*", "*"],
    ["quotes", "> ", ""],
  ])("are questions, where three %s have text below", (_, before, after) => {
    expect(pairsIn(notes(NAMES.map((name) => `${before}${name}${after}`)))).toEqual(asked);
  });

  test("are part of a text where there are two, or one without an answer", () => {
    expect(pairsIn(notes(NAMES.slice(1).map((name) => `*${name}*`)))).toEqual([]);
    expect(pairsIn(`${notes(NAMES.map((name) => `> ${name}`))}\n> And now?\n`)).toEqual([]);
  });

  test("are of the answer below bold lines", () => {
    const source = `# Notes\n\n**What is a cache?**\n\nA copy that is near.\n\n*And then?*\n\nIt gets old.\n`;
    expect(pairsIn(source)).toEqual([
      ["What is a cache?", "A copy that is near.\n\n*And then?*\n\nIt gets old."],
    ]);
  });
});

test("a line that goes on in Chinese behind its mark is a text", () => {
  const lines = ["什么是栈？后进先出。", "什么是队列？先进先出。", "为什么？因为这样。"];
  expect(pairsIn(notes(lines.map((line) => `> ${line}`)))).toEqual([]);
});

import { describe, expect, test } from "vitest";
import { pairs, questionsIn } from "../../support/dialects";

const pairsIn = (source: string) => pairs(questionsIn(source).questions);
const told = [
  ["What is DNS?", "Names for addresses."],
  ["What is TCP?", "A stream."],
  ["Is it old?", "Yes, it is."],
];

describe("an answer on the line that asks", () => {
  test.each([
    ["plain", "", " "],
    ["bold", "**", " "],
    ["bold, behind a colon", "**", ": "],
    ["bold, behind a dash", "**", " – "],
  ])("is the answer, where most items of a list are so: %s", (_, mark, between) => {
    const items = told.map(([asked, answer]) => `- ${mark}${asked}${mark}${between}${answer}\n`);
    expect(pairsIn(items.join(""))).toEqual(told);
  });

  test("is more of the question, where few are so, or the line asks on", () => {
    const items = [
      "Why do gradients vanish? (Think of depth.)",
      "What is dropout? Explain it.",
      "Is it fast? And why?",
      "What is a batch? Rows.",
    ];
    expect(pairsIn(items.map((item) => `- ${item}\n`).join(""))).toEqual(
      items.map((item) => [item, null]),
    );
  });

  test("is the answer below three bold ones in paragraphs, with what follows", () => {
    const lines = told.map(([asked, answer]) => `**${asked}** ${answer}\n\nMore of it.\n`);
    expect(pairsIn(`# FAQ\n\n${lines.join("\n")}`)).toEqual(
      told.map(([asked, answer]) => [asked, `${answer}\n\nMore of it.`]),
    );
    expect(pairsIn(`# Notes\n\n${lines.slice(1).join("\n")}`)).toEqual([]);
  });
});

test("a number over headings of its own question, hints and solutions is one question", () => {
  const source = `# Question 1

### **Question:**

> Print a list.

### Hints:

> Use a loop.

**Main author's Solution: Python 2**

\`\`\`python
print l
\`\`\`

**My Solution: Python 3**

\`\`\`python
print(l)
\`\`\`
`;
  expect(pairsIn(source + source.replace("1", "2").replace("list", "set"))).toMatchObject([
    [
      "> Print a list.\n\n### Hints:\n\n> Use a loop.",
      expect.stringMatching(/^\*\*Main author's.*\n[^]*print l\n[^]*print\(l\)\n```$/),
    ],
    ["> Print a set.\n\n### Hints:\n\n> Use a loop.", expect.anything()],
  ]);
});

test("a heading over more questions stays in the answer", () => {
  const source = "# 什么是闭包？\n\n函数。\n\n## 延伸的面试题\n\n- 它有什么用？\n";
  expect(pairsIn(source)).toEqual([
    ["什么是闭包？", "函数。\n\n## 延伸的面试题\n\n- 它有什么用？"],
  ]);
});

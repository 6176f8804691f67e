import { describe, expect, test } from "vitest";
import { extractDocument } from "@/lib/ingest/extract-document";
import { aDocument } from "../support/markdown";

const encoder = new TextEncoder();

function problemsOf(text: string) {
  const file = { path: "a.md", folders: [], bytes: encoder.encode(text) };
  return extractDocument(file, () => null).problems;
}
const codesOf = (text: string) => problemsOf(text).map(({ line, code }) => [line, code]);

describe("answers", () => {
  test("a list of questions has one problem for all that have no answer", () => {
    const list = Array.from({ length: 30 }, (_, i) => `- What is number ${i}?`).join("\n");
    expect(problemsOf(`# Asked\n\n${list}\n`)).toMatchObject([
      {
        line: 3,
        code: "answer-missing",
        message: expect.stringContaining("None of the 30"),
        remedy: expect.stringContaining("Below each"),
      },
    ]);
  });

  test("a few without answer among others are told of one by one", () => {
    const text = aDocument(
      { answer: null, prompt: "A?" },
      {},
      {},
      { answer: null, prompt: "B?" },
      {},
    );
    expect(problemsOf(text).map(({ code, message }) => [code, message.slice(0, 10)])).toEqual([
      ["answer-missing", "Question 1"],
      ["answer-missing", "Question 4"],
    ]);
  });

  test("one that is too long to be laid out is told of", () => {
    const answer = "A line of words that goes on.\n".repeat(4000);
    expect(codesOf(`# What?\n\n${answer}`)).toEqual([[1, "answer-too-long"]]);
  });
});

describe("questions", () => {
  test("a number that is given twice is told of, with the line of the first", () => {
    const text = "# Question 1\n\nA?\n\n# Answer\n\nA.\n\n# Question 1\n\nB?\n\n# Answer\n\nB.\n";
    expect(problemsOf(text)).toMatchObject([
      { line: 9, code: "duplicate-number", message: expect.stringContaining("line 1") },
    ]);
  });

  test("numbers that begin anew with each topic are not", () => {
    const topic = (name: string) =>
      `# ${name}\n\n## 1. What is ${name}?\n\nA.\n\n## 2. Why ${name}?\n\nB.\n\n## 3. How ${name}?\n\nC.\n`;
    expect(codesOf(`${topic("DNS")}\n${topic("TCP")}`)).toEqual([]);
  });

  test("a prompt that is given twice is told of", () => {
    expect(codesOf("## What is it?\n\nA.\n\n## What *is* it?\n\nB.\n")).toEqual([
      [5, "duplicate-prompt"],
    ]);
  });
});

test("prompts that are given twice by the dozen are told of in one", () => {
  const asked = Array.from({ length: 12 }, (_, i) => `## What is ${i}?\n\nSo.\n\n`).join("");
  expect(problemsOf(asked + asked)).toMatchObject([
    { line: 49, code: "duplicate-prompt", message: expect.stringContaining("12 questions") },
  ]);
});

describe("the text around them", () => {
  test("a heading more than one level below the one above is told of once", () => {
    const text = "# A\n\n### B\n\n#### What?\n\nSo.\n\n## C\n\n#### D\n\n##### Why?\n\nSo.\n";
    expect(problemsOf(text)).toMatchObject([
      { line: 3, code: "heading-levels-jump", message: expect.stringContaining("1 more") },
    ]);
  });

  test("the headings of an answer may jump as they like", () => {
    expect(codesOf(aDocument({ answer: "# A\n\n##### B\n\nSo." }))).toEqual([]);
  });

  test("a fence that nothing closes is told of; others are not", () => {
    expect(codesOf("## What?\n\n```js\nlet x;\n```\n\n## Why?\n\n```js\nlet y;\n")).toEqual([
      [9, "unclosed-fence"],
    ]);
    expect(
      codesOf("## What?\n\n1. ```js\n   let x;\n   ```\n\n> ~~~~\n> y\n> ~~~~\n\n    z\n"),
    ).toEqual([]);
  });

  test("a picture on another server is told of where a question shows it, a badge is not", () => {
    const badge = "![build](https://img.example.org/b.svg)";
    expect(codesOf(`${badge}\n\n## What?\n\n![map](https://example.org/m.png)\n`)).toEqual([
      [5, "remote-image"],
    ]);
  });
});

describe("front matter", () => {
  const keys = (yaml: string) => problemsOf(`---\n${yaml}\n---\n\n# What?\n\nSo.\n`);

  test("an unknown key is told of with the nearest one", () => {
    expect(keys("title: A\ntag: [a]\nkey_points: [b]\nanswer: c")).toMatchObject([
      { line: 3, code: "unknown-front-matter-key", remedy: "Write tags, if you meant that." },
      { line: 4, code: "unknown-front-matter-key", remedy: "Write keyPoints, if you meant that." },
      { line: 5, code: "unknown-front-matter-key", remedy: expect.stringContaining("Use one of") },
    ]);
  });

  test("keys of other programs are passed over", () => {
    expect(keys("layout: page\npermalink: /a\nsr-due: 2024-01-01\naliases: [x]")).toEqual([]);
    expect(keys("icon: java\ntoc_max_heading_level: 3\nsitemap: {}")).toEqual([]);
  });

  test("a format that nobody knows is told of with those that are", () => {
    expect(keys("format: cards")).toMatchObject([
      { line: 2, code: "front-matter-value", remedy: expect.stringContaining("heading-question") },
    ]);
  });
});

describe("a document without questions is told what came nearest", () => {
  test.each([
    ["# A\n\nText.\n", "its heading"],
    ["# A\n\nText.\n\n# B\n\nText.\n", "2 headings"],
    ["- [A](#a)\n- [B](#b)\n", "lists of links"],
    ["- one\n- two\n", "too few items"],
    ["Only text.\n", "no headings"],
  ])("%j", (text, reason) => {
    expect(problemsOf(text)).toMatchObject([
      { code: "no-question", message: expect.stringContaining(reason) },
    ]);
  });
});

import { readFileSync } from "node:fs";
import { array, assert, constantFrom, property, string, uint8Array } from "fast-check";
import type { Nodes } from "mdast";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { beforeAll, describe, expect, test } from "vitest";
import { repairEncoding } from "@/lib/ingest/repair-encoding";
import { type DocumentDraft, extractDocument, fingerprint } from "@/lib/ingest/extract-document";
import { aDocument } from "../support/markdown";

const encoder = new TextEncoder();
const drawable = () => null;

function extract(text: string | Uint8Array, path = "content/aws.md", folders: string[] = []) {
  const bytes = typeof text === "string" ? encoder.encode(text) : text;
  return extractDocument({ path, folders, bytes }, drawable);
}

const codesOf = ({ problems }: DocumentDraft) => problems.map(({ line, code }) => [line, code]);
const topicsOf = ({ questions }: DocumentDraft) => questions.map(({ topicPath }) => topicPath);

describe("the document that ships with the app", () => {
  const path = "content/aws-solutions-architect.md";
  const bytes = readFileSync(path);
  const source = repairEncoding(bytes.toString("utf8")).text;
  let draft: DocumentDraft;
  beforeAll(() => {
    draft = extract(bytes, path);
  });

  test("has 25 questions in order, each with its number, line and answer", () => {
    expect(draft).toMatchObject({ dialect: "numbered-question", title: "Aws solutions architect" });
    expect(draft.questions.map(({ number }) => number)).toEqual(
      Array.from({ length: 25 }, (_, i) => i + 1),
    );
    const lines = source.split("\n");
    for (const { number, line, prompt, answer } of draft.questions) {
      expect(lines[line - 1]).toBe(`#### Question #${number}`);
      expect(prompt.length).toBeGreaterThan(50);
      expect(answer?.length).toBeGreaterThan(1500);
    }
  });

  test("has 8 topics and 25 subtopics", () => {
    const paths = topicsOf(draft);
    expect(paths.every(({ length }) => length === 2)).toBe(true);
    expect(new Set(paths.map(([topic]) => topic)).size).toBe(8);
    expect(new Set(paths.map((titles) => titles.join(" › "))).size).toBe(25);
    expect(paths[0]).toEqual(["Landing Zone & Control Tower", "Design & Implementation"]);
    expect(paths[24]).toEqual(["Automation", "CI/CD"]);
  });

  test("has one problem: question 6 breaks off on line 416", () => {
    expect(codesOf(draft)).toEqual([[416, "answer-truncated"]]);
    expect(draft.problems[0]?.message).toContain("question 6");
    expect(draft.questions[5]?.answer).toMatch(/### \*\*Why This Beats.*\*\*\n- \*\*Not just $/);
  });

  test("has all its 242 damaged runs repaired", () => {
    expect(draft.encodingRepairs).toBe(242);
    expect(JSON.stringify(draft)).not.toMatch(/[‚√üÔ\uF8FF]/);
  });

  test("loses no line but headings of questions and topics", () => {
    const structure = /^(?:#### Question #\d+|#### Answer:|##? .*|---|)$/;
    const subtopics = new Set(draft.questions.map(({ topicPath }) => `### ${topicPath[1]}`));
    const left = source.split("\n").filter((line) => !structure.test(line) && !subtopics.has(line));
    const kept = draft.questions
      .flatMap(({ prompt, answer }) => [prompt, answer ?? ""])
      .flatMap((text) => text.split("\n"))
      .filter((line) => !structure.test(line));
    expect(kept.map((line) => line.trimEnd())).toEqual(left.map((line) => line.trimEnd()));
  });

  test("keeps every code block, table, list, link, quote and inner heading as it is", () => {
    const whole = count(source);
    const parts: Record<string, number> = {};
    for (const { prompt, answer } of draft.questions)
      for (const text of [prompt, answer ?? ""])
        for (const [kind, n] of Object.entries(count(text))) parts[kind] = (parts[kind] ?? 0) + n;
    for (const kind of ["code", "table", "list", "listItem", "link", "blockquote", "inlineCode"])
      expect([kind, parts[kind]]).toEqual([kind, whole[kind]]);
    expect(parts).toMatchObject({ table: 9, "code mermaid": 1, "code json": 12, "code bash": 6 });
    // Of each question two topics, its own heading and its answer's are not of the answer.
    expect(parts.heading).toBe((whole.heading ?? 0) - 25 * 4);
  });

  test("gives each key point's place in its answer", () => {
    for (const { answer, keyPoints } of draft.questions) {
      expect(keyPoints.length).toBeGreaterThan(0);
      for (const { start, end } of keyPoints) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start ?? 0);
        expect(end).toBeLessThanOrEqual(answer?.length ?? 0);
      }
    }
  });

  test("gives the same when it is read again", () => {
    expect(extract(bytes, path)).toEqual(draft);
  });

  test("with Windows line ends gives the same questions on the same lines", () => {
    const windows = extract(source.replaceAll("\n", "\r\n"), path);
    const unix = ({ questions }: DocumentDraft) =>
      questions.map(({ number, topicPath, line, prompt, answer }) => ({
        number,
        topicPath,
        line,
        prompt: prompt.replaceAll("\r\n", "\n"),
        answer: answer?.replaceAll("\r\n", "\n"),
      }));
    expect(unix(windows)).toEqual(unix(draft));
    expect(codesOf(windows)).toEqual(codesOf(draft));
  });
});

const parser = remark().use(remarkGfm);

/** How many nodes of each type Markdown has; code blocks by language too. */
function count(markdown: string): Record<string, number> {
  const counts: Record<string, number> = {};
  const pending: Nodes[] = [parser.parse(markdown)];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const kinds = node.type === "code" && node.lang ? ["code", `code ${node.lang}`] : [node.type];
    for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
    if ("children" in node) pending.push(...node.children);
  }
  return counts;
}

describe("a document that can't be taken in", () => {
  test.each([
    ["an empty file", "", "empty-file"],
    ["a blank file", " \n\n", "empty-file"],
    ["a binary file", new Uint8Array([1, 0, 2]), "binary-file"],
    ["a file in another encoding", new Uint8Array([0x63, 0xe9, 0xe8]), "encoding-unreadable"],
    ["a file without questions", "# Notes\n\nNothing is asked.\n", "no-question"],
    ["nothing but front matter", "---\ntitle: A\n---\n", "no-question"],
    ["10,000 quotes in one another", `${aDocument({})}\n\n${">".repeat(10_000)} x`, "too-deep"],
  ])("%s has one problem and no questions", (_, content, code) => {
    const draft = extract(content);
    expect(codesOf(draft)).toEqual([[1, code]]);
    expect(draft.questions).toEqual([]);
    expect(draft.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test("without questions is told how to write one, in the shape that it came nearest to", () => {
    expect(extract("text").problems[0]?.remedy).toContain("### What is a VPC?");
    expect(extract("- Milk\n- Bread\n").problems[0]?.remedy).toContain("- What is a VPC?");
  });
});

test("a document in Windows-1252 is taken in, with a problem that says so", () => {
  const draft = extract(Buffer.from(aDocument({ answer: "Un café, déjà." }), "latin1"));
  expect(draft.questions).toMatchObject([{ answer: "Un café, déjà." }]);
  expect(codesOf(draft)).toEqual([[1, "encoding-assumed"]]);
});

describe("a document's name and place", () => {
  test("its title is its front matter's, else its file's", () => {
    expect(extract(aDocument({}), "content/a/system_design-basics.v2.md").title).toBe(
      "System design basics.v2",
    );
    expect(extract(`---\ntitle: Mine\n---\n${aDocument({})}`).title).toBe("Mine");
  });

  test("is the one # heading that it begins with, unless that asks or names nothing", () => {
    const titleOf = (text: string) => extract(text, "content/dns.md").title;
    const asked = aDocument({});
    expect(titleOf(`# 🌐 The **names** of hosts\n\n${asked}`)).toBe("The names of hosts");
    expect(titleOf(`Names\n=====\n\n${asked}`)).toBe("Names");
    expect(titleOf(`---\ntitle: Mine\n---\n# Names\n\n${asked}`)).toBe("Mine");
    expect(titleOf("# Names\n\nNothing is asked.\n")).toBe("Names");
    expect(titleOf(asked)).toBe("Dns");
    expect(titleOf(`# Names\n\n${asked}\n\n# Zones\n\n${asked}`)).toBe("Dns");
    expect(titleOf(`${asked}\n\n# Names\n`)).toBe("Dns");
    expect(titleOf(`# Contents\n\n${asked}`)).toBe("Dns");
    expect(titleOf("# What is a zone?\n\nA part of the tree of names.\n")).toBe("Dns");
    expect(titleOf("# Question 1\n\nWhat is a zone?\n\n## Answer\n\nA part.\n")).toBe("Dns");
  });

  test("a question without topics has the document's title for one", () => {
    expect(topicsOf(extract("# Question 1\n\nWhy?\n", "content/raft.md"))).toEqual([["Raft"]]);
  });

  test("its topics hang under its folders, or under front matter's topic instead", () => {
    const text = aDocument({ topic: "IAM" });
    expect(topicsOf(extract(text, "content/aws/my-security/a.md", ["aws", "my-security"]))).toEqual(
      [["Aws", "My security", "IAM"]],
    );
    expect(
      topicsOf(extract(`---\ntopic: Cloud › AWS > Core\n---\n${text}`, "content/x/a.md", ["x"])),
    ).toEqual([["Cloud", "AWS", "Core", "IAM"]]);
  });

  test("no topic is without a name", () => {
    const text = "---\ntopic: › A ›\n---\n# \n\n## B\n\n### Question 1\n\nWhy?\n";
    expect(topicsOf(extract(text, "content/_/a.md", ["_"]))).toEqual([["A", "B"]]);
    expect(topicsOf(extract("# Question 1\n\nWhy?\n", "content/_/raft.md", ["_"]))).toEqual([
      ["Raft"],
    ]);
  });

  test("front matter's tags are each question's, once", () => {
    const draft = extract(`---\ntags: [aws, vpc, aws]\n---\n${aDocument({}, {})}`);
    expect(draft.questions.map(({ tags }) => tags)).toEqual([
      ["aws", "vpc"],
      ["aws", "vpc"],
    ]);
  });

  test("its fingerprint is that of its bytes", () => {
    const text = aDocument({});
    expect(extract(text).sha256).toBe(fingerprint(encoder.encode(text)));
    expect(extract(`${text} `).sha256).not.toBe(extract(text).sha256);
    expect(fingerprint(new Uint8Array())).toMatch(/^e3b0c44298fc1c14/);
  });
});

describe("the dialect of a document", () => {
  const mixed = "## What is it?\n\nSo.\n\n## Why is it?\n\nSo.\n\n# More\n\nQ: Who?\nA: They.\n";

  test("is the one that sees the most, and the draft says where all were found", () => {
    expect(extract(mixed)).toMatchObject({
      dialect: "heading-question",
      dialectReason: "2 questions found under headings, 1 behind labels like Q: and A:.",
    });
  });

  test("is the one that front matter names", () => {
    expect(extract(`---\nformat: labelled-question\n---\n${mixed}`)).toMatchObject({
      dialect: "labelled-question",
      dialectReason:
        "1 question found behind labels like Q: and A:, as the front matter says, 2 under headings.",
      problems: [],
    });
  });

  test("is none when no question is found, whatever front matter names", () => {
    const draft = extract("---\nformat: flashcard\n---\n\nOnly text.\n");
    expect(draft).toMatchObject({ dialect: null, dialectReason: null, questions: [] });
    expect(codesOf(draft)).toEqual([[1, "no-question"]]);
  });
});

describe("a folder a question", () => {
  test("gives the question its file, and no topic", () => {
    const text = "# What is a closure?\n\nA function with its scope.\n";
    const draft = extract(text, "content/js/closures/README.md", ["js", "closures"]);
    expect(draft.title).toBe("Closures");
    expect(topicsOf(draft)).toEqual([["Js"]]);
  });
});

describe("problems with a question", () => {
  test("no text: it is left out, the others stay", () => {
    const draft = extract("# Question 1\n\n---\n\n# Question 2\n\nWhy?\n\n# Answer\n\nSo.\n");
    expect(draft.questions.map(({ number }) => number)).toEqual([2]);
    expect(draft.problems[0]).toMatchObject({ line: 1, severity: "error", code: "empty-prompt" });
  });

  test("no answer: it is kept and reported", () => {
    const draft = extract("intro\n\n# Question 1\n\nWhy?\n");
    expect(draft.questions).toMatchObject([{ prompt: "Why?", answer: null, keyPoints: [] }]);
    expect(codesOf(draft)).toEqual([[3, "answer-missing"]]);
  });

  test("a diagram that can't be drawn: it is reported with its line and the reason", () => {
    const text = aDocument({ answer: "Look:\n\n```mermaid\npie\n```\n\nSo." });
    const draft = extractDocument(
      { path: "a.md", folders: [], bytes: encoder.encode(text) },
      (code) => `no ${code}.`,
    );
    expect(draft.problems).toMatchObject([
      {
        line: text.split("\n").indexOf("```mermaid") + 1,
        code: "diagram-not-drawn",
        message: "A diagram is shown as text: no pie.",
      },
    ]);
  });

  test("lines count in the file, below front matter, with a byte order mark and Windows line ends", () => {
    const text =
      "\uFEFF---\r\ntitle: 1\r\n---\r\n\r\n# Question 1\r\n\r\nA?\r\n\r\n# Answer\r\n\r\nBy the\r\n";
    const draft = extract(text);
    expect(draft.questions.map(({ line }) => line)).toEqual([5]);
    expect(codesOf(draft)).toEqual([
      [2, "front-matter-value"],
      [11, "answer-truncated"],
    ]);
  });

  test("a rule at the top of the file hides no question", () => {
    const last = aDocument({ prompt: "And the third?" }).replace("#1", "#3");
    const draft = extract(`---\n\n${aDocument({}, {})}\n\n---\n\n${last}`);
    expect(draft.questions).toHaveLength(3);
    expect(draft.problems).toEqual([]);
  });

  test("front matter in JavaScript is refused, and the questions are taken in", () => {
    const draft = extract(`---js\n{ title: process.exit(1) }\n---\n${aDocument({})}`);
    expect(draft.questions).toHaveLength(1);
    expect(codesOf(draft)).toEqual([[1, "front-matter-unreadable"]]);
  });

  test("the same prompt twice in one document is two questions", () => {
    const draft = extract(aDocument({ prompt: "Why?" }, { prompt: "Why?" }));
    expect(draft.questions.map(({ prompt }) => prompt)).toEqual(["Why?", "Why?"]);
  });
});

describe("whatever a file holds", () => {
  function checkLines(content: string | Uint8Array): DocumentDraft {
    const draft = extract(content);
    const text = typeof content === "string" ? content : new TextDecoder().decode(content);
    const last = text.split(/\r\n|\r|\n/).length;
    for (const { line } of [...draft.problems, ...draft.questions]) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(last);
    }
    return draft;
  }

  test("bytes of any kind give a draft, with a problem or a question", () => {
    assert(
      property(uint8Array({ maxLength: 100 }), (bytes) => {
        const draft = checkLines(bytes);
        expect(draft.problems.length + draft.questions.length).toBeGreaterThan(0);
      }),
    );
  });

  const piece = constantFrom(
    "---",
    "---js",
    "title: A",
    "tags: [",
    "topic: B › C",
    "",
    "",
    "## T",
    "### S",
    "## ",
    "===",
    "- ",
    "#### Question #1",
    "#### Question 2: `a*`",
    "# question 3",
    "#### Answer:",
    "**Not",
    "  - x",
    "> - y",
    "```mermaid",
    "```",
    "| a |",
    "|---|",
    "[x]: y",
    "[^1]: z",
    "<!--",
    "-->",
    "\t1. a",
    "‚Äô",
    "é🔒",
    "the",
  );
  const document = array(piece, { maxLength: 25 }).chain((lines) =>
    constantFrom("\n", "\r\n", "\n\n", "\r").map((end) => lines.join(end)),
  );

  test("Markdown of any shape gives whole questions on lines of the file", () => {
    assert(
      property(document, (text) => {
        for (const { prompt, answer, topicPath, number } of checkLines(text).questions) {
          expect(prompt.trim()).not.toBe("");
          expect(answer?.trim()).not.toBe("");
          expect(topicPath.length).toBeGreaterThan(0);
          expect(topicPath).not.toContain("");
          expect(number ?? 1).toBeLessThan(2 ** 31);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a prompt and an answer of plain words come back as written", () => {
    const words = string({
      unit: constantFrom("a", "b", "c", " ", "d", "é", "Ä", "日", "🔒"),
      minLength: 1,
      maxLength: 40,
    })
      .map((text) => text.replaceAll(/\s+/g, " ").trim())
      .filter((text) => text !== "");
    assert(
      property(words, words, (prompt, answer) => {
        expect(extract(aDocument({ prompt, answer })).questions).toMatchObject([
          { prompt, answer },
        ]);
      }),
    );
  });
});

test("what a question offers to choose from gives no key points", () => {
  const { questions } = extract(`#### Q1. Which command makes a repository?

- [ ] git start
- [ ] git new
- [ ] git make
- [x] git init
`);
  expect(questions).toMatchObject([{ kind: "choice", keyPoints: [] }]);
});

import { describe, expect, test } from "vitest";
import { extractInWorker } from "@/lib/jobs/extract-in-worker";
import { extractHere } from "@/lib/library/run/extract-documents";
import { aFile, aQuestion, QUADRATIC } from "../support/documents";

const CAPITAL = aQuestion(1, "The capital of Peru?", "Lima.");
const bad = (answer: string) => aQuestion(2, "Which one?", answer);

const faultsOf = async (text: string | Uint8Array) => {
  const file = aFile("x");
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const { problems } = await extractInWorker({ ...file, bytes });
  return problems.map(({ code, line }) => `${code} ${line}`);
};

describe("reading a document in a worker", () => {
  test("finds what reading it here finds", async () => {
    const file = aFile(CAPITAL);
    expect(await extractInWorker(file)).toEqual(await extractHere(file));
  });

  test("that takes too long and has no sections is ended with a problem, and the others are read", async () => {
    const slow = aFile(QUADRATIC, "content/slow.md");
    const honest = aFile(CAPITAL);
    const drafts = await Promise.all([slow, honest].map((file) => extractInWorker(file)));
    expect(drafts.map(({ path, questions }) => [path, questions.length])).toEqual([
      ["content/slow.md", 0],
      ["content/cities.md", 1],
    ]);
    expect(drafts[0]?.problems).toMatchObject([{ line: 1, severity: "error", code: "too-slow" }]);
    expect(await extractInWorker(honest)).toEqual(drafts[1]);
  });

  test.each([
    ["takes too long", QUADRATIC],
    ["nests too deeply", `${">".repeat(20_000)} a`],
  ])("leaves out the section that %s, and says where it is", async (_, answer) => {
    const text = `### A\n\n${CAPITAL}### B\n\n${bad(answer)}### C\n\n${aQuestion(3, "And?", "So.")}`;
    const { questions, problems } = await extractInWorker(aFile(text));
    expect(questions.map(({ number, line, topicPath }) => [number, line, topicPath])).toEqual([
      [1, 3, ["A"]],
      [3, 23, ["C"]],
    ]);
    // How deep is too deep for the parser, and how long it takes over it, is the machine's.
    expect(problems.map(({ line }) => line)).toEqual([11]);
    expect(["section-too-slow", "too-deep"]).toContain(problems[0]?.code);
  });
});

test.each(["word ", "(a ", "a, b and ", "&amp;", "<a ", "www.a.", "a@b."])(
  "a line of 50 KB of “%s” is read as it is",
  async (words) => {
    const answer = words.repeat(Math.floor(50_000 / words.length)).trim();
    const { questions } = await extractInWorker(aFile(bad(answer)));
    expect(questions.map((question) => question.answer)).toEqual([answer]);
  },
);

describe("bad input ends in a problem", () => {
  test("that names it", async () => {
    expect(await faultsOf(`---js\nprocess.exit(1)\n---\n${CAPITAL}`)).toEqual([
      "front-matter-unreadable 1",
    ]);
    expect(await faultsOf(`---\n${ALIAS_BOMB}\n---\n${CAPITAL}`)).toEqual([
      "front-matter-unreadable 1",
    ]);
    expect(await faultsOf("a\0b")).toEqual(["binary-file 1"]);
  });

  test.each(["> ", "- ", "[", "<div>"])(
    "or in what could be read, when it nests 20,000 times “%s”",
    async (mark) => {
      const faults = await faultsOf(bad(`${mark.repeat(20_000)}a`));
      expect(faults.filter((fault) => fault.startsWith("reader-failed"))).toEqual([]);
    },
  );
});

const ALIAS_BOMB = Array.from({ length: 30 }, (_, i) =>
  i === 0 ? "a0: &a0 [x, x]" : `a${i}: &a${i} [*a${i - 1}, *a${i - 1}]`,
).join("\n");

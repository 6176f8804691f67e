import { describe, expect, test } from "vitest";
import { extractInWorker } from "@/lib/jobs/extract-in-worker";
import { extractHere } from "@/lib/study/ingest-documents";
import { aFile, aQuestion, QUADRATIC } from "../support/documents";

const CAPITAL = aQuestion(1, "The capital of Peru?", "Lima.");

describe("reading a document in a worker", () => {
  test("finds what reading it here finds", async () => {
    const file = aFile(CAPITAL);
    expect(await extractInWorker(file)).toEqual(await extractHere(file));
  });

  test("that takes too long is ended with a problem, and the others are read", async () => {
    const slow = aFile(aQuestion(1, "Which one?", QUADRATIC), "content/slow.md");
    const honest = aFile(CAPITAL);
    const drafts = await Promise.all([slow, honest].map((file) => extractInWorker(file)));
    expect(drafts.map(({ path, questions }) => [path, questions.length])).toEqual([
      ["content/slow.md", 0],
      ["content/cities.md", 1],
    ]);
    expect(drafts[0]?.problems).toMatchObject([{ line: 1, severity: "error", code: "too-slow" }]);
    expect(await extractInWorker(honest)).toEqual(drafts[1]);
  });
});

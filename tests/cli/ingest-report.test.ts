import { expect, test } from "vitest";
import { textReport } from "@/lib/cli/ingest-report";
import { extractHere } from "@/lib/library/run/extract-documents";
import { packDraft } from "@/lib/library/run/packed-draft";
import { aFile, aQuestion } from "../support/documents";

const held = async (text: string, path: string) =>
  packDraft(await extractHere({ ...aFile(text), path }));

const QUESTION = await held(aQuestion(1, "What is a VPC?", "A network."), "aws.md");
const notes = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, i) => held(`# Note\n\nIt is ${i}.\n`, `n${i}.md`)));

test("each document is told with its questions and its problems", async () => {
  const lines = textReport([QUESTION, ...(await notes(3))], null, []).split("\n");
  expect(lines[0]).toMatch(/^aws\.md: 1 question\b/);
  expect(lines.filter((line) => line.includes("error: No question was found"))).toHaveLength(3);
});

test("many notes that ask nothing are told in a line", async () => {
  const lines = textReport([QUESTION, ...(await notes(4))], null, []).split("\n");
  expect(lines[1]).toMatch(/^4 documents have no question: n0\.md, n1\.md, n2\.md … /);
  expect(lines).toHaveLength(3);
});

test("a name that a terminal would obey, or that has several lines, is told in a line", async () => {
  const file = await held("", "a\u001B[31m\nb.md");
  const unreadable = [{ path: "c\u0007.md", message: "It is no file." }];
  expect(textReport([file], null, unreadable).split("\n")).toEqual([
    "a\uFFFD[31m\uFFFDb.md: 0 questions",
    expect.stringMatching(/^ {2}a\uFFFD\[31m\uFFFDb\.md error: The file holds no text\./),
    "c\uFFFD.md: It is no file.",
    "Nothing was stored.",
  ]);
});

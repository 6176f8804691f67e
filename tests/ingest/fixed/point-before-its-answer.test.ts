import { expect, test } from "vitest";
import { extractHere } from "@/lib/library/run/extract-documents";
import { aFile } from "../../support/documents";

const POINTS = [
  "Queries that only read the data",
  "Writes go to the primary database alone",
  "Replicas may lag behind the primary",
];

// Found by bending documents: the line break after the question was counted to its first key point.
test.each([
  ["a bold line", "**What does a replica take over?**", ""],
  ["an item of a list", "1. **What does a replica take over?**", "   "],
])(
  "no key point begins before its answer, where the answer follows %s",
  async (_, question, indent) => {
    const text = [question, ...POINTS.map((point) => `${indent}${point}.\n`)].join("\n");
    const { questions } = await extractHere(aFile(text));
    const places = questions.flatMap(({ answer, keyPoints }) =>
      keyPoints.map(({ start, end }) => answer?.slice(start ?? -1, end ?? -1)),
    );
    expect(places).toEqual(POINTS.map((point) => `${point}.`));
  },
);

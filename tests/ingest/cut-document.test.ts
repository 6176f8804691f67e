import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { placesToCut } from "@/lib/ingest/cut-document";
import { linesOf } from "@/lib/ingest/lines";

/** The text in parts, cut at every place. */
function partsOf(text: string, size = Infinity): string[] {
  const starts = placesToCut(linesOf(text), size).map(({ start }) => start);
  return starts.map((start, i) => text.slice(start, starts[i + 1]));
}

describe("a document is cut", () => {
  test("before each heading of the highest level that occurs twice, and above", () => {
    const parts = ["intro\n", "# T\nt\n", "## A\na\n### B\nb\n", "## C\n### D\n### E\n"];
    expect(partsOf(parts.join(""))).toEqual(parts);
  });

  test("before each question that a heading numbers, with the headings that lead to it", () => {
    const parts = [
      "## A\n\n### B\n#### Question #1\na\n#### Answer:\n### own\na\n",
      "#### Question #2\n#### Answer:\nb\n",
      "### C\n#### Question #3\nc",
    ];
    expect(partsOf(parts.join(""))).toEqual(parts);
  });

  test("not at what only looks like a heading: in a fence, indented, or without a space", () => {
    const text = "# A\n```sh\n# a\n~~~\n# b\n```\n    # c\n#d\n~~~~\n~~~\n# e\n~~~~\n# B";
    expect(partsOf(text)).toEqual([text.slice(0, text.indexOf("# B")), "# B"]);
  });

  test("nowhere without headings, unless it is long: then before its paragraphs", () => {
    const text = "a\nb\n\nc\n- d\n\n- e\n\nf";
    expect(partsOf(text)).toEqual([text]);
    expect(partsOf(text, 4)).toEqual(["a\nb\n\n", "c\n- d\n\n- e\n\n", "f"]);
  });

  test("at each question of the user's document, and nothing of it is lost", () => {
    const text = readFileSync("content/aws-solutions-architect.md", "utf8");
    const parts = partsOf(text);
    expect(parts).toHaveLength(25);
    expect(parts.join("")).toBe(text);
  });
});

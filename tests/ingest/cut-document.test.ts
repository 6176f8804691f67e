import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cutDocument, withoutLines } from "@/lib/ingest/cut-document";
import { aFile } from "../support/documents";

const cut = (text: string) => cutDocument(aFile(text).bytes);
const textsOf = (text: string) => cut(text).map((section) => section.text);

describe("a document is cut", () => {
  test("before each heading of the highest level that occurs twice, and above", () => {
    const sections = ["intro", "# T\nt", "## A\na\n### B\nb", "## C\n### D\n### E\n"];
    expect(textsOf(sections.join("\n"))).toEqual(sections);
  });

  test("before each question that a heading numbers, with the headings that lead to it", () => {
    const sections = [
      "## A\n\n### B\n#### Question #1\na\n#### Answer:\n### own\na",
      "#### Question #2\n#### Answer:\nb",
      "### C\n#### Question #3\nc",
    ];
    expect(textsOf(sections.join("\n"))).toEqual(sections);
  });

  test("below its front matter, on the lines of the file", () => {
    expect(cut("---\ntopic: x\n---\n# A\n\n# B\nb")).toEqual([
      { from: 4, to: 5, text: "# A\n" },
      { from: 6, to: 7, text: "# B\nb" },
    ]);
  });

  test("not at what only looks like a heading: in a fence, indented, or without a space", () => {
    const text = "# A\n```sh\n# a\n~~~\n# b\n```\n    # c\n#d\n~~~~\n~~~\n# e\n~~~~\n# B";
    expect(textsOf(text)).toEqual([text.slice(0, text.indexOf("\n# B")), "# B"]);
  });

  test("nowhere without headings, and into nothing when it is no text", () => {
    expect(textsOf("a\n\nb")).toEqual(["a\n\nb"]);
    expect(cut("\0")).toEqual([]);
  });

  test("at each question of the user's document, and nothing of it is lost", () => {
    const bytes = readFileSync("content/aws-solutions-architect.md");
    const sections = cutDocument(bytes);
    expect(sections).toHaveLength(25);
    const lines = sections.flatMap(({ text }) => text.split("\n"));
    expect(lines).toHaveLength(bytes.toString().split("\n").length);
  });
});

test("lines left out leave the others where they are", () => {
  expect(withoutLines("a\nb\nc\nd", [{ from: 2, to: 3 }])).toBe("a\n\n\nd");
  expect(withoutLines("a\n", [])).toBe("a\n");
});

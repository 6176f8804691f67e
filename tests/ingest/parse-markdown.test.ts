import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { Root } from "mdast";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { describe, expect, test } from "vitest";
import { decode } from "@/lib/ingest/decode";
import { parseMarkdown, parseText } from "@/lib/ingest/parse-markdown";
import { err, ok } from "@/lib/result";

const markdown = remark().use(remarkGfm).freeze();
const atOnce = (text: string): Root["children"] => markdown.parse(text).children;
/** As small as the parser lets them be. */
const inPieces = (text: string) => parseText(text, (work) => ok(work()), 1).tree.children;

describe("a text read in pieces has the tree that it has at once", () => {
  test.each([
    ["links to what another piece defines", "# A\n\n[x], [y][X] and [z]\n\n# B\n\n[x]: /x 'X'\n"],
    ["footnotes of another piece", "# A\n\nSo[^1], [^2].\n\n# B\n\n[^1]: one\n\n    more\n\n# C\n"],
    [
      "definitions with marks in them",
      "# A\n\n[a\\]b] [Straße ẞ]\n\n# B\n\n[A\\]B]: x\n[strasse SS]: y\n",
    ],
    [
      "headings in a fence that a list holds",
      "- ```\n  # a\n  ```\n\n```\n# b\n\n# c\n```\n\n# D\n",
    ],
    ["headings in a comment", "# A\n\n<!--\n\n# b\n\n# c\n\n-->\n\n# D\n\n# E\n"],
    [
      "headings in a block of HTML",
      "# A\n<div>\n# b\n</div>\n\n# C\n<pre>\n\n# d\n\n</pre>\n# E\n",
    ],
    ["a fence without an end", "# A\n\n```\n\n# b\n\nc\n\n# d\n"],
    ["headings in a list and a quote", "- a\n\n  # b\n\n> # c\n# D\n1. # e\n\n   f\n# G\n"],
    ["all three kinds of line ends", "# A\r\n\r\na\r\r# B\n\nb\r\n# C\rc"],
  ])("with %s", (_, text) => {
    expect(inPieces(text)).toEqual(atOnce(text));
  });

  const line = fc.oneof(
    fc.constantFrom(
      "# A",
      "## B",
      "#### Question #1",
      "#### Answer:",
      "   # c",
      "    # d",
      "a",
      "b [x]",
      "[y][x]",
    ),
    fc.constantFrom(
      "",
      "",
      "",
      "- a",
      "  a",
      "    a",
      "1. e",
      "2. b",
      "> a",
      ">",
      "***",
      "---",
      "===",
    ),
    fc.constantFrom(
      "```",
      "~~~~",
      "  ```",
      "- ```",
      "<!--",
      "-->",
      "<div>",
      "</div>",
      "<pre>",
      "</pre>",
    ),
    fc.constantFrom(
      "[x]: /x",
      "[^n]: n",
      "[^n]",
      "![x]",
      "| a |",
      "| - |",
      "<details>",
      "*a",
      "b*",
      "\tc",
    ),
  );
  test("whatever it is", () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }),
        fc.constantFrom("\n", "\r\n"),
        (lines, end) => {
          const text = lines.join(end);
          expect(inPieces(text)).toEqual(atOnce(text));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("the user's document", () => {
    const decoded = decode(readFileSync("content/aws-solutions-architect.md"));
    const text = decoded.ok ? decoded.text : "";
    const tree = inPieces(text);
    expect(tree.length).toBeGreaterThan(400);
    expect(tree).toEqual(atOnce(text));
  });
});

describe("what can't be read", () => {
  const deep = `${"> ".repeat(300)}a`;

  test("costs its section, of which nothing is left in the text either", () => {
    const text = `# A\n\na\n\n# B\n\n${deep}\n\n# C\n\nc`;
    const { source, tree, unread } = parseText(text);
    expect(unread).toEqual([{ from: 5, to: 8, code: "too-deep" }]);
    expect(source).toBe(text.replace("# B", "   ").replace(deep, " ".repeat(deep.length)));
    expect(tree.children.map(({ position }) => position?.start.line)).toEqual([1, 3, 9, 11]);
  });

  test("in a part of a long section costs all of that", () => {
    const section = `# B\n\n${"b\n\n".repeat(20)}${deep}\n\nb\n\n`;
    const { unread, tree } = parseText(`# A\n\na\n\n${section}# C\n\nc`, (work) => ok(work()), 10);
    expect(unread).toEqual([{ from: 5, to: 50, code: "too-deep" }]);
    expect(tree.children).toHaveLength(4);
  });

  test("is told of in one where it is one after another", () => {
    const bad = `# A\n\n${deep}\n\n`;
    expect(parseText(`# A\n\na\n\n${bad.repeat(50)}`).unread).toEqual([
      { from: 5, to: 205, code: "too-deep" },
    ]);
  });

  test("is not tried for ever: when the time is up, the rest is left out", () => {
    const tried: number[] = [];
    const { tree, unread } = parseText("# A\n\na\n\n".repeat(50), (work, limitMs) => {
      tried.push(limitMs);
      return tried.length === 2 ? ok(work()) : err("too-slow");
    });
    expect(tried).toHaveLength(51);
    expect(tree.children).toHaveLength(2);
    expect(unread).toEqual([{ from: 5, to: 201, code: "too-slow" }]);
  });
});

describe("a line of plain words has the tree that the parser gives it", () => {
  const words = fc.constantFrom(
    ..."a É 日 1 . , ; ( ) ' \" ? ! - + = % # $ / { } ^ ~ : | \\ ` * _ [ ] < > & @ \u00a0".split(
      " ",
    ),
    " ",
    "  ",
    "\t",
    "\n",
    "\u0000",
    "\u2028",
    "\u{1F600}",
    "\uD800",
    "www.",
    "WWW.a.b",
    "http://a.b",
    "a@b.c",
    "&amp;",
    "1. ",
    "a) ",
  );
  test("whatever it is", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
        const text = parts.join("");
        expect(parseMarkdown(text)?.children).toEqual(atOnce(text));
      }),
      { numRuns: 500 },
    );
  });
});

import { assert, lorem, property } from "fast-check";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { describe, expect, test } from "vitest";
import { brokenOffLine } from "@/lib/ingest/broken-off";

const parser = remark().use(remarkGfm);
const lineOf = (markdown: string) => brokenOffLine(parser.parse(markdown).children);

describe("an answer that breaks off", () => {
  test.each([
    ["in bold that nothing closes", "### Why\n- **Not just \n\n", 2],
    ["in code that nothing closes", "Set it by\n\nrunning `aws s3", 3],
    ["in a bracket", "We use queues (for example", 1],
    ["after a comma", "First,\nsecond,", 2],
    ["after a dash", "It is cheap –", 1],
    ["after an article", "This is the", 1],
    ["after a conjunction", "- It is cheap and\n- it is quick and", 2],
    ["after a preposition, in a quote in a list", "- a\n\n  > traffic is sent to", 3],
    ["in its last heading", "Text.\n\n### Monitoring and", 3],
    ["after a line break and an open mark", "One.  \n**Two", 2],
  ])("%s", (_, markdown, line) => {
    expect(lineOf(markdown)).toBe(line);
  });
});

describe("an answer that is whole", () => {
  test.each([
    ["a sentence", "It is so."],
    ["a sentence without its stop", "It is so"],
    ["a colon and code", "Run this:\n\n```bash\naws s3 ls (\n```"],
    ["a table", "| a | b |\n|---|---|\n| one | and |"],
    ["a list", "- one\n- two"],
    ["bold", "It is **so**"],
    ["names in code with marks of emphasis", "It calls `__init__` and `**kwargs`."],
    ["code with a bracket", "It begins with `foo(`"],
    ["a smiley", "That is all :("],
    ["a closed bracket", "It is cheap (and quick)"],
    ["a sign with a letter", "- [ ] %ae\n- [x] %an"],
    ["a plan named by a letter", "I would choose plan A"],
    ["a word that ends in a letter beyond ASCII and an a", "The region is España"],
    ["an image", "See and\n\n![compare the](x.png)"],
    ["nothing", ""],
    ["a mark in an earlier block", "**Not closed\n\nBut this is whole."],
  ])("%s", (_, markdown) => {
    expect(lineOf(markdown)).toBeNull();
  });

  test("any sentences that end in a stop", () => {
    assert(
      property(lorem({ mode: "sentences", maxCount: 5 }), (text) => {
        expect(lineOf(text)).toBeNull();
      }),
    );
  });
});

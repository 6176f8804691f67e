import { describe, expect, test } from "vitest";
import { aDraft, pairs, questionsIn } from "../../support/dialects";

const pairsIn = (source: string) => pairs(questionsIn(source).questions);

describe("a note of Obsidian_to_Anki", () => {
  test("asks with its front, and answers with its back", () => {
    const source = `# Clocks

## Logical clocks

Machines don't agree on the time.

START
Basic
What does a *vector clock* tell?

- of two events
Back:
### Order

Which came first:

\`\`\`js
a.clock < b.clock;
\`\`\`
Tags: time distributed
<!--ID: 1714420640219-->
END

Text between.

START
Basic (and reversed card)
Front: Who orders by one number?
Back: Lamport.
ID: 17
END
`;
    const { questions } = questionsIn(source);
    expect(pairs(questions).slice(0, 1)).toEqual([
      [
        "What does a *vector clock* tell?\n\n- of two events",
        "### Order\n\nWhich came first:\n\n```js\na.clock < b.clock;\n```",
      ],
    ]);
    expect(questions).toMatchObject([
      {
        headings: ["Clocks", "Logical clocks"],
        tags: ["time", "distributed"],
        explicitId: "1714420640219",
        line: 9,
        answer: { blocks: [{ position: { start: { line: 13 } } }, {}, {}] },
      },
      { prompt: "Who orders by one number?", explicitId: "17", answer: { markdown: "Lamport." } },
    ]);
  });

  test("may be hidden between percent signs, or be code of its own language", () => {
    const source = `%%ANKI
Basic
Which header has \`setjmp\`?
Back: \`<setjmp.h>\`
Reference: A book. 2016.
<!--ID: 1753897177605-->
END%%

\`\`\`anki
START
Basic
What does IP do?
Back: It routes packets.
END
\`\`\`

%%
START
Basic
What is hidden?
Back: This.
END
%%
`;
    expect(pairsIn(source)).toEqual([
      ["Which header has `setjmp`?", "`<setjmp.h>`\n\nReference: A book. 2016."],
      ["What does IP do?", "It routes packets."],
      ["What is hidden?", "This."],
    ]);
  });

  test("may stand in a line, also several of a list", () => {
    const source = `1. STARTI [Basic] Question: What is a Hessian? Back: A matrix: of derivatives. ENDI
2. STARTI [Basic] Name a use. Back: Optimization. Tags: maths <!--ID: 1758253289554--> ENDI and text
`;
    expect(questionsIn(source).questions).toMatchObject([
      { prompt: "What is a Hessian?", answer: { markdown: "A matrix: of derivatives." } },
      {
        prompt: "Name a use.",
        answer: { markdown: "Optimization." },
        tags: ["maths"],
        explicitId: "1758253289554",
      },
    ]);
  });

  test.each([
    ["a cloze", "START\nCloze\n{{c1::Paris}} is the capital.\nEND\n"],
    [
      "a cloze with more on its back",
      "%%ANKI\nCloze\n`goto` is {a jump}.\nBack Extra: In C.\nEND%%\n",
    ],
    ["a note without an end", "START\nBasic\nIt begins.\nBack: and goes on\n"],
    ["a note that code shows", "```\nSTART\nBasic\nThis is a test.\nBack: So.\nEND\n```\n"],
    ["a program", "START\nread n\nprint n\nEND\n"],
  ])("is none as %s", (_, source) => {
    expect(pairsIn(source)).toEqual([]);
  });

  test("is found between Windows line ends", () => {
    const source = "START\nBasic\nWhat is a VPC?\nBack: A network.\nSo.\nTags: aws\nEND\n";
    expect(questionsIn(source.replaceAll("\n", "\r\n")).questions).toMatchObject([
      { prompt: "What is a VPC?", answer: { markdown: "A network.\r\nSo." }, tags: ["aws"] },
    ]);
  });

  test("brings front matter of its plugin that is no mistake", () => {
    const source =
      "---\nTARGET DECK: A::B\nFILE TAGS: c\n---\n\nSTART\nBasic\nWhy?\nBack: So.\nEND\n";
    expect(aDraft(source).problems).toEqual([]);
  });
});

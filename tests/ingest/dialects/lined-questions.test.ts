import { describe, expect, test } from "vitest";
import { pairs, questionsIn } from "../../support/dialects";

const pairsIn = (source: string) => pairs(questionsIn(source).questions);

describe("lines behind a sign", () => {
  test.each(["•", "✅", "👉", "▪"])("that ask behind %s are a list of questions", (sign) => {
    const source = `# Networks

**Basics**
${sign} What is a VPC?
${sign} Explain NAT
${sign} 3. How many zones are there?

That is all of them.
`;
    expect(pairsIn(source)).toEqual([
      ["What is a VPC?", null],
      ["Explain NAT", null],
      ["How many zones are there?", null],
    ]);
    expect(questionsIn(source).questions).toMatchObject([
      { headings: ["Networks"], line: 4 },
      { line: 5 },
      { line: 6, number: 3 },
    ]);
  });

  test("have their answers on the lines below, or in the paragraphs", () => {
    expect(
      pairsIn("• What is a VPC?\n✅ A network.\n✅ Of your own.\n• Why one?\nTo be alone.\n"),
    ).toEqual([
      ["What is a VPC?", "✅ A network.\n✅ Of your own."],
      ["Why one?", "To be alone."],
    ]);
    expect(
      pairsIn("• What is a VPC?\n\n  A network:\n\n- yours\n\n• Why one?\n\nTo be alone.\n"),
    ).toEqual([
      ["What is a VPC?", "  A network:\n\n- yours"],
      ["Why one?", "To be alone."],
    ]);
  });

  test.each([
    "✅ Fast\n✅ Safe\n✅ Is it free? Yes.\n",
    "• What is new?\n• Search\n• Themes\n",
    "Who? → you\n→ me\n",
  ])("that mostly tell are none: %j", (source) => {
    expect(pairsIn(source)).toEqual([]);
  });
});

test("labels stand below the line of a title, too", () => {
  expect(pairsIn("**Networks**\nQ. What is a VPC?\nA. A network.\nQ. Why one?\n")).toEqual([
    ["What is a VPC?", "A network."],
    ["Why one?", null],
  ]);
  expect(pairsIn("He asked me this.\nQ: is a letter.\n")).toEqual([]);
});

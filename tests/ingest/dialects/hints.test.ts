import { describe, expect, test } from "vitest";
import { pairs, questionsIn } from "../../support/dialects";

const pairsIn = (source: string) => pairs(questionsIn(source).questions);

const hint = "<details><summary>Hint</summary>\n\nIt is short.\n\n</details>";
const answer = "<details><summary>Answer</summary>\n\n`ls`\n\n</details>";

describe("a fold that says “Hint”", () => {
  test.each([
    ["before a fold", "Which command lists files?\n\n", "Which command lists files?"],
    ["below a heading", "### Which command lists files?\n\n", "Which command lists files?"],
    ["below a name", "## Files\n\nYou want to see them.\n\n", "Files\n\nYou want to see them."],
    ["below a number", "#### Question 1\n\nWhich lists?\n\n", "Which lists?"],
  ])("stays with the question %s, and leaves it its answer", (_, asked, prompt) => {
    const expected = [[`${prompt}\n\n${hint}`, "`ls`"]];
    expect(pairsIn(`${asked}${hint}\n\n${answer}\n`)).toEqual(expected);
    // Without a blank line the end of one and the start of the other are one block.
    expect(pairsIn(`${asked}${hint}\n${answer}\n`)).toEqual(expected);
  });

  test("is no question, alone or in the fold of one", () => {
    expect(pairsIn(`${hint}\n\n${hint}\n`)).toEqual([]);
    const source = `<details><summary>What lists files?</summary>\n\n\`ls\`\n\n${hint}\n\n${hint}\n\n</details>\n`;
    expect(pairsIn(source)).toEqual([["What lists files?", expect.stringMatching(/^`ls`/)]]);
  });
});

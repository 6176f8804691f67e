import { describe, expect, test } from "vitest";
import { aDraft, pairs, questionsIn } from "../../support/dialects";

const source = `# Git

### What is a rebase?

See [the book][book], [docs] and \`a[0]\`. It replays commits.[^1]

### What is a merge, by [the docs][]?

A commit with [two  Parents][].

[own]: https://example.org/own

[Own] is here.

Q: What is a tag?
A: A name, see [docs].

[book]: https://example.org/book
[docs]: https://example.org/docs "Docs"
[the docs]: https://example.org/all
[two parents]: https://example.org/parents
[unused]: https://example.org/unused
[^1]: Each with a new hash, by [docs].
`;

describe("definitions at a document's end", () => {
  test("come with the answers that refer to them, and say themselves where prompts link to", () => {
    expect(pairs(questionsIn(source).questions)).toEqual([
      [
        "What is a rebase?",
        [
          "See [the book][book], [docs] and `a[0]`. It replays commits.[^1]",
          "[book]: https://example.org/book",
          '[docs]: https://example.org/docs "Docs"',
          "[^1]: Each with a new hash, by [docs].",
        ].join("\n\n"),
      ],
      [
        "What is a merge, by [the docs](<https://example.org/all>)?",
        expect.stringMatching(
          /^A commit [\s\S]*\[Own\] is here\.[\s\S]*\n\n\[two parents\]: \S+\n\n\[docs\]: \S+ "Docs"$/,
        ),
      ],
    ]);
  });

  test("come along as far as an answer can use them, where each refers to the next", () => {
    const notes = Array.from(
      { length: 300 },
      (_, i) => `[^${i}]: see [^${i + 1}]${" on".repeat(50)}\n`,
    ).join("\n");
    const [asked] = questionsIn(`### What is it?\n\nSee [^0].\n\n${notes}`).questions;
    expect(asked?.answer?.markdown).toMatch(/^See \[\^0\]\.\n\n\[\^0\]: see \[\^1\] on/);
    expect(asked?.answer?.markdown.length).toBeLessThan(25_000);
  });

  test("are found by labels as Markdown tells them apart, and not by what code shows", () => {
    const labels = "### What is `a[0]`, see [0]?\n\nSee [Straße][STRASSE] and [x\\]y].\n";
    const definitions = ["[straße]: https://a.example", "[x\\]y]: https://b.example"];
    const text = `${labels}\n### What is next?\n\nMore.\n\n[0]: https://c.example\n${definitions.join("\n")}\n`;
    expect(pairs(questionsIn(text).questions)).toEqual([
      [
        "What is `a[0]`, see [0](<https://c.example>)?",
        ["See [Straße][STRASSE] and [x\\]y].", ...definitions].join("\n\n"),
      ],
      ["What is next?", "More."],
    ]);
  });

  test("leave the places of key points as they are", () => {
    const { questions } = aDraft(
      "### What is a rebase?\n\nA rebase replays commits onto a [base][b]. Each commit gets a new hash. The old commits stay in the reflog.\n\n[b]: https://example.org\n",
    );
    const [question] = questions;
    const texts = question?.keyPoints.map(({ start, end }) =>
      question.answer?.slice(start ?? 0, end ?? 0),
    );
    expect(texts).toEqual([
      "A rebase replays commits onto a [base][b].",
      "Each commit gets a new hash.",
      "The old commits stay in the reflog.",
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { extractDocument } from "@/lib/ingest/extract-document";

const encoder = new TextEncoder();

function questionOf(text: string) {
  const file = { path: "a.md", folders: [], bytes: encoder.encode(text) };
  const [question] = extractDocument(file, () => null).questions;
  if (!question) throw new Error("No question was found.");
  return question;
}

describe("key points that the author states", () => {
  const text = `### What is a closure?

#### Answer

A function with its scope.

Memory is held for as long as the closure lives, whatever the scope holds.

#### Good to hear

* Holds *memory* as long as the closure lives
* Emulates private members

##### Links

See [the docs](https://example.org).
`;

  test("are the items of their section, in the author's words, and no part of the answer", () => {
    const { keyPoints, answer } = questionOf(text);
    expect(keyPoints.map((point) => point.text)).toEqual([
      "Holds memory as long as the closure lives",
      "Emulates private members",
    ]);
    expect(answer).not.toContain("Good to hear");
    expect(answer).toContain("##### Links");
  });

  test("are tied to the place in the answer that clearly says the same, else to none", () => {
    const { keyPoints, answer } = questionOf(text);
    const [memory, members] = keyPoints;
    expect(answer?.slice(memory?.start ?? 0, memory?.end ?? 0)).toBe(
      "Memory is held for as long as the closure lives, whatever the scope holds.",
    );
    expect(members).toMatchObject({ start: null, end: null });
  });

  test("may be given in front matter, for a document of one question", () => {
    const frontMatter =
      "---\nid: closure\ndifficulty: 2\nkeyPoints: [Keeps state, Hides names]\n---\n";
    expect(questionOf(`${frontMatter}\n${text}`)).toMatchObject({
      explicitId: "closure",
      difficulty: "2",
      keyPoints: [{ text: "Keeps state" }, { text: "Hides names" }],
    });
  });

  test("stand alone where there is no answer", () => {
    expect(
      questionOf("# Question 1\n\nWhy?\n\n## Key points\n\n- Cost\n- Speed at scale\n"),
    ).toMatchObject({
      prompt: "Why?",
      answer: null,
      keyPoints: [{ text: "Cost" }, { text: "Speed at scale" }],
    });
  });
});

import { describe, expect, test } from "vitest";
import { aDraft } from "../support/dialects";

const pointsOf = (answer: string) =>
  aDraft(`## What is a queue?\n\n${answer}\n`).questions[0]?.keyPoints.map(({ text }) => text);

describe("key points leave out", () => {
  test("links to what others wrote, and what announces a list", () => {
    const list = "- A queue keeps order\n- Readers take one message each\n- Writers never wait";
    expect(
      pointsOf(
        `There are several things to say:\n\n${list}\n- [Why queues matter](https://example.org) (original)`,
      ),
    ).toEqual(["A queue keeps order", "Readers take one message each", "Writers never wait"]);
  });

  test("examples, asides and what was said before", () => {
    const claims =
      "A queue keeps messages in order. (Note that topics differ from queues!) Each message goes to one reader only. A reader confirms what it has worked on.";
    expect(
      pointsOf(
        `${claims}\n\nExample:\nA shop sends one message for each order it gets.\n\nOverall, queues are better than calls.`,
      ),
    ).toEqual([
      "A queue keeps messages in order",
      "Each message goes to one reader only",
      "A reader confirms what it has worked on",
    ]);
  });
});

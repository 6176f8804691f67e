import { describe, expect, test } from "vitest";
import { questionsIn } from "../../support/dialects";

const idsIn = (source: string) =>
  questionsIn(source).questions.map(({ prompt, explicitId }) => [prompt, explicitId]);

describe("a comment with an id", () => {
  test("belongs to the heading right below it, or above it", () => {
    const source = `# Zones

<!-- id: zone -->
### What is a zone?

A part.

<!-- id: glue -->
<!-- tags: dns, glue -->

### What is glue?

Addresses.

### What is a root?

<!-- id: root -->

### What is a leaf? <!-- id: leaf -->

Neither.
`;
    expect(idsIn(source)).toEqual([
      ["What is a zone?", "zone"],
      ["What is glue?", "glue"],
      ["What is a root?", "root"],
      ["What is a leaf?", "leaf"],
    ]);
    const { questions } = questionsIn(source);
    expect(questions.map(({ tags }) => tags)).toEqual([[], ["dns", "glue"], [], []]);
    expect(questions[0]?.answer?.markdown).toBe("A part.");
  });

  test("belongs to the heading right below it also after a long line of an answer", () => {
    const source = `## What is a zone?\n\n${"A part. ".repeat(300)}\n\n<!-- id: glue -->\n## What is glue?\n\nAddresses.\n`;
    expect(idsIn(source)).toEqual([
      ["What is a zone?", null],
      ["What is glue?", "glue"],
    ]);
  });

  test("belongs to the labelled lines that it touches", () => {
    const source = `<!-- id: jitter -->
Q: What is jitter?
A: A random delay.

Q: What is backoff?
A: Waiting longer.
<!-- id: backoff -->

<!-- id: idem -->

**Q:** What is idempotence?

**A:** Twice is once.
`;
    expect(idsIn(source)).toEqual([
      ["What is jitter?", "jitter"],
      ["What is backoff?", "backoff"],
      ["What is idempotence?", "idem"],
    ]);
  });

  test("belongs to the card on its line, or below it", () => {
    const source = `What is a quorum?::More than half <!-- id: quorum -->
<!-- id: vote -->
Why an odd number?::No vote ties

<!-- id: split -->
What is split brain
?
Two leaders.
`;
    const { questions } = questionsIn(source);
    expect(questions.map(({ answer, explicitId }) => [explicitId, answer?.markdown])).toEqual([
      ["quorum", "More than half"],
      ["vote", "No vote ties"],
      ["split", "Two leaders."],
    ]);
  });

  test("belongs to the item of a list that it stands in", () => {
    const source =
      "1. **Why?** <!-- id: why -->\n\n   So.\n\n2. **How?**\n\n   <!-- id: how -->\n\n   Thus.\n";
    expect(idsIn(source)).toEqual([
      ["Why?", "why"],
      ["How?", "how"],
    ]);
  });

  test("is nobody's where something else stands between, or in code", () => {
    const source =
      "<!-- id: file -->\n\n# Names\n\n## What is a zone?\n\nA part.\n\n```html\n<!-- id: code -->\n```\n";
    expect(idsIn(source)).toEqual([["What is a zone?", null]]);
  });
});

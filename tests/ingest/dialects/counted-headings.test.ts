import { describe, expect, test } from "vitest";
import { questionsIn } from "../../support/dialects";

const promptsIn = (source: string) => questionsIn(source).questions.map(({ prompt }) => prompt);

describe("a numbered heading that only names", () => {
  test("asks where it counts on and about two thirds of its level ask, in whatever topics", () => {
    const source = `# Interview

## Basics

### 1. What is a closure?

A function and its scope.

### 2. Event loop

It takes tasks in turn.

## Types

### 3. Hoisting

#### Of functions

They come first.

### 4. How does \`this\` bind?

By the call.

### 5. Why \`const\`?

It stays.
`;
    expect(promptsIn(source)).toEqual([
      "What is a closure?",
      "Event loop",
      "Hoisting",
      "How does `this` bind?",
      "Why `const`?",
    ]);
  });

  test("is a topic where it holds questions, and boilerplate where it says so", () => {
    const source = `## 1. Introduction

Welcome.

## 2. What is A?

So.

## 3. What is B?

So.

## 4. More

Some text.

### What is C?

So.

### What is D?

So.

## 5. What is E?

So.
`;
    expect(promptsIn(source)).toEqual([
      "What is A?",
      "What is B?",
      "What is C?",
      "What is D?",
      "What is E?",
    ]);
  });

  test("is a chapter where few ask, or where it has no text", () => {
    const chapters = ["What is A?", "Setup", "Commands", "Why not?", "Limits"];
    const source = chapters.map((title, i) => `## ${i + 1}. ${title}\n\nText.\n`).join("\n");
    expect(promptsIn(source)).not.toContain("Setup");
    const bare =
      "## 1. What is A?\n\nSo.\n\n## 2. Tools\n\n## 3. Why?\n\nSo.\n\n## 4. How?\n\nSo.\n";
    expect(promptsIn(bare)).toEqual(["What is A?", "Why?", "How?"]);
  });
});

test("a heading over questions is none, where most of its neighbours ask", () => {
  const asked = ["What is A?", "Why B?", "How is C?"].map((title) => `## ${title}\n\nSo.\n`);
  const source = `${asked.join("\n")}\n## ⚡ Quick-fire Q&A\n\n**Q: What is D?**\nA: So.\n\n## Interview Tips\n\n- Smile.\n`;
  expect(promptsIn(source)).toEqual(["What is A?", "Why B?", "How is C?", "What is D?"]);
});

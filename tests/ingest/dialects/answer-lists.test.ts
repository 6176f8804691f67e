import { describe, expect, test } from "vitest";
import { pairs, questionsIn } from "../../support/dialects";

const read = (source: string) =>
  questionsIn(source).questions.map(({ number, prompt, answer }) => [
    number,
    prompt,
    answer?.markdown,
  ]);

describe("a list of an answer that stands at the margin", () => {
  test("is of the headed item above it, though Markdown sees one list", () => {
    const source = `13. ### What does filter do?

    It leaves some out.

14. ### What are the caveats?
    There are two:

1. When you set an item.
   \`\`\`js
   a[0] = 1;
   \`\`\`

2. When you set the length.

15. ### Why?
    So.

16. ### How do inputs work?

1. By a value.
2. By an event.

Let's take one.

17. ### When not?

    Never.
`;
    expect(read(source)).toEqual([
      [13, "What does filter do?", "It leaves some out."],
      [
        14,
        "What are the caveats?",
        "There are two:\n\n1. When you set an item.\n   ```js\n   a[0] = 1;\n   ```\n\n2. When you set the length.",
      ],
      [15, "Why?", "So."],
      [16, "How do inputs work?", "1. By a value.\n2. By an event.\n\nLet's take one."],
      [17, "When not?", "Never."],
    ]);
  });

  test("is of the bold item above it, too", () => {
    const source =
      "1. **What is A?**\n   So.\n2. **What is B?**\n\n1. **One** of two\n2. Two\n3. Three\n\n3. **Why C?**\n   So.\n";
    expect(read(source)).toEqual([
      [1, "What is A?", "So."],
      [2, "What is B?", "1. **One** of two\n2. Two\n3. Three"],
      [3, "Why C?", "So."],
    ]);
  });

  test("is none where each question is numbered 1", () => {
    expect(
      read("1. **What is A?**\n   So.\n1. **What is B?**\n   So.\n1. Why C?\n   So.\n"),
    ).toEqual([
      [1, "What is A?", "So."],
      [2, "What is B?", "So."],
      [3, "Why C?", "So."],
    ]);
  });
});

describe("an answer that a line in its item leads to", () => {
  test("is below the item, up to the next number", () => {
    const source = `34. How does acks=all differ from acks=1?
    acks=all:
- waits for every replica
- is slow

acks=1:
- waits for the leader

35. How is Kafka tuned?
    By settings of
    its brokers:
- memory
- threads

36. What is a topic?
37. What is a partition?
38. What is an offset?
`;
    expect(pairs(questionsIn(source).questions)).toEqual([
      [
        "How does acks=all differ from acks=1?",
        "acks=all:\n\n- waits for every replica\n- is slow\n\nacks=1:\n- waits for the leader",
      ],
      ["How is Kafka tuned?", "By settings of\nits brokers:\n\n- memory\n- threads"],
      ["What is a topic?", null],
      ["What is a partition?", null],
      ["What is an offset?", null],
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { questionsIn } from "../../support/dialects";

const marksIn = (source: string) =>
  questionsIn(source).questions.map(({ number, prompt }) => [number, prompt]);

describe("what stands before a question", () => {
  test("is its number, with a space before the stop too", () => {
    expect(marksIn("- 82 . What is casting?\n- 83 . What is boxing?\n")).toEqual([
      [82, "What is casting?"],
      [83, "What is boxing?"],
    ]);
  });

  test("is its number as Chinese and Japanese count", () => {
    const source =
      "### 第 3 题：什么是防抖？\n\n只执行一次。\n\n### 第4問 何ですか？\n\n答えです。\n";
    expect(marksIn(source)).toEqual([
      [3, "什么是防抖？"],
      [4, "何ですか？"],
    ]);
  });

  test("ends with its colon, of whatever width", () => {
    expect(marksIn("### Question 83：What is a closure?\n\nA function.\n")).toEqual([
      [83, "What is a closure?"],
    ]);
  });

  test("is no question alone, nor are dots in its place", () => {
    const source = "- ......\n  - Chapter 2\n- What is a bit?\n- Why two of them?\n";
    expect(marksIn(source).map(([, prompt]) => prompt)).toEqual([
      "What is a bit?",
      "Why two of them?",
    ]);
  });
});

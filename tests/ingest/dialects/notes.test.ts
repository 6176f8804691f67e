import { describe, expect, test } from "vitest";
import { asks } from "@/lib/ingest/dialects/reading/question-words";
import { pairs, questionsIn } from "../../support/dialects";

const pairsIn = (source: string) => pairs(questionsIn(source).questions);

describe("notes that tell", () => {
  test.each(["How it works", "What this shows:", "Why It's Wrong:", "When they fail"])(
    "ask nothing with %j",
    (title) => expect(asks(title)).toBe(false),
  );

  test.each(["How it works?", "What is it?", "How does it work", "What item is it", "Why its own"])(
    "ask with %j",
    (title) => expect(asks(title)).toBe(true),
  );

  test("ask nothing with lists whose items only begin like questions", () => {
    const source =
      "- When you launch it, a disk comes too\n  - you can add more\n- Can be changed\n  - later\n- Is cheap\n  - mostly\n";
    expect(pairsIn(source)).toEqual([]);
  });

  test("ask with lists of tasks and questions", () => {
    expect(pairsIn("- Explain closures\n  - They keep.\n- Can it leak?\n  - Yes.\n")).toEqual([
      ["Explain closures", "- They keep."],
      ["Can it leak?", "- Yes."],
    ]);
  });
});

test("a file that asks with a mark is one question, though its parts begin like questions", () => {
  const source =
    "# 面试官：什么是虚拟DOM？\n\n## 一、什么是\n\n是树。\n\n## 二、为什么需要\n\n快。\n\n## 三、如何实现\n\n比较。\n";
  expect(pairsIn(source)).toEqual([
    [
      "面试官：什么是虚拟DOM？",
      "## 一、什么是\n\n是树。\n\n## 二、为什么需要\n\n快。\n\n## 三、如何实现\n\n比较。",
    ],
  ]);
});

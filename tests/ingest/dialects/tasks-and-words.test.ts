import { describe, expect, test } from "vitest";
import { questionsIn } from "../../support/dialects";

const promptsIn = (source: string) => questionsIn(source).questions.map(({ prompt }) => prompt);

describe("tasks in a list, without a question mark", () => {
  const tasks =
    "- Given a number, find its Roman numeral.\n- Design a card game.\n- Explain a heap.\n";

  test("are questions under a heading that names questions", () => {
    expect(promptsIn(`# Interview Questions\n\n## Coding\n\n${tasks}`)).toHaveLength(3);
  });

  test("are none elsewhere", () => {
    expect(promptsIn(`# Plan\n\n## Coding\n\n${tasks}`)).toEqual([]);
    expect(promptsIn(`# System Design Interviews\n\n${tasks}`)).toEqual([]);
    expect(promptsIn(`# Question 3 - What is a list?\n\n${tasks}`)).toEqual(["What is a list?"]);
  });
});

test("a numbered heading that asks between others may have no answer yet", () => {
  const one = (number: number, text: string) => `#### ${number}) ${text}\n\n`;
  const source = `${one(1, "What is A?")}One.\n\n${one(2, "What is B?")}Two.\n\n${one(3, "Implement a matrix")}${one(4, "What is D?")}Four.\n`;
  expect(promptsIn(source)).toEqual([
    "What is A?",
    "What is B?",
    "Implement a matrix",
    "What is D?",
  ]);
});

describe("words that ask in other languages", () => {
  test.each([
    ["- 200：请求成功\n- 404：请求的网页不存在\n- 403：服务器拒绝请求\n"],
    ["- 그림과 함께 설명하기 위해 링크를 추가한다.\n- 프로젝트 설명보다 경험을 적는다.\n"],
  ])("are not those of %j", (source) => {
    expect(promptsIn(`# 面试\n\n${source}`)).toEqual([]);
  });

  test("may be a label", () => {
    expect(promptsIn("# 面试题 17：请求发送两次的原因\n\n因为预检。\n")).toEqual([
      "请求发送两次的原因",
    ]);
  });
});

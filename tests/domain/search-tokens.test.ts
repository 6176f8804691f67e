import { expect, test } from "vitest";
import { tokensIn, wordsOf } from "@/lib/domain/search-tokens";

test.each([
  ["Load Balancer's", "load balancer s"],
  ["C++ and C#", "c cplusplus and c csharp"],
  [".NET, node.js", "net node js"],
  ["CI/CD snake_case a+b #1", "ci cd snake case a b 1"],
  ["Zürich naïve Ångström", "zurich naive angstrom"],
  ["Zu\u0308rich", "zurich"],
  ["Ёлка й", "елка и"],
  ["数据库索引", "数 据 库 索 引"],
  ["データベース", "デ ー タ ベ ー ス"],
  ["인덱스는", "인 덱 스 는"],
  ["ＡＷＳ ﬁle", "aws file"],
  ["a\0b", "a b"],
  ["🔥", ""],
])("the words of %s are %s", (text, words) => {
  expect(wordsOf(text)).toBe(words);
});

test("each word has its place", () => {
  const text = "Über C++";
  const places = tokensIn(text).map(({ word, start, end }) => [word, text.slice(start, end)]);
  expect(places).toEqual([
    ["uber", "Über"],
    ["c", "C++"],
    ["cplusplus", "C++"],
  ]);
});

import { expect, test } from "vitest";
import { importanceIn } from "@/lib/domain/interview";

test("a topic matters as much as the nearest that is named, and otherwise once", () => {
  const importance = importanceIn([
    { topic: "security", importance: 3 },
    { topic: "security/iam", importance: 0 },
  ]);
  expect(importance("security")).toBe(3);
  expect(importance("security/keys")).toBe(3);
  expect(importance("security/iam/roles")).toBe(0);
  expect(importance("security-2")).toBe(1);
});

import { expect, test } from "vitest";
import { importanceAfter } from "@/lib/domain/debrief";

test("what went badly matters most next time, what went in part more, and nothing less than it did", () => {
  const before = [
    { topic: "security", importance: 2 },
    { topic: "cost", importance: 0 },
    { topic: "network", importance: 3 },
  ] as const;
  const after = importanceAfter(before, [
    { topic: "security/iam", went: "badly" },
    { topic: "security", went: "partly" },
    { topic: "cost", went: "well" },
    { topic: "network", went: "well" },
    { topic: "storage", went: "well" },
  ]);
  expect(after).toEqual([
    { topic: "security", importance: 2 },
    { topic: "cost", importance: 1 },
    { topic: "network", importance: 3 },
    { topic: "security/iam", importance: 3 },
  ]);
});

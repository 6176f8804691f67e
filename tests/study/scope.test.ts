import { expect, test } from "vitest";
import { studyAddress } from "@/lib/domain/study-scope";
import { scopeOf } from "@/lib/study/scope";

test("a scope has an address, and is read from it as it was", () => {
  const scopes = [
    {},
    { topic: "security/iam", weakest: true },
    { mode: "practice", questions: ["q1", "q2"], way: "say", length: { questions: 3 } },
    { mode: "practice", missedIn: "s1" },
    { mode: "ahead", length: { minutes: 20 } },
  ] as const;
  const addresses = scopes.map((scope) => studyAddress(scope));
  expect(addresses).toEqual([
    "/study",
    "/study?topic=security%2Fiam&weakest=1",
    "/study?mode=practice&questions=q1%2Cq2&limit=3&way=say",
    "/study?mode=practice&missedIn=s1",
    "/study?mode=ahead&minutes=20",
  ]);
  for (const [i, address] of addresses.entries()) {
    const params = new URL(address, "http://localhost").searchParams;
    expect(scopeOf(Object.fromEntries(params))).toMatchObject(scopes[i] ?? {});
  }
});

test("what can't be read in an address is as if it were not there", () => {
  const scope = scopeOf({ mode: "cram", topic: ["a", "b"], limit: "0", way: "sing", minutes: "5" });
  expect(studyAddress(scope)).toBe("/study?minutes=5");
});

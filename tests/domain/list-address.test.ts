import { expect, test } from "vitest";
import { listPractice } from "@/lib/domain/list-address";
import { readSearch } from "@/lib/domain/search-query";

test.each(["due", "new", "slipping", "leech", "flagged", "asked"] as const)(
  "what is %s is practised from its list",
  (is) => {
    const query = new URLSearchParams(listPractice(is, "aws/iam")?.split("?")[1]);
    expect(query.get("mode")).toBe("practice");
    expect(readSearch(query.get("q") ?? "")).toMatchObject({ states: [is], topics: ["aws/iam"] });
    expect(listPractice(is, null)).toBe(`/study?mode=practice&q=is%3A${is}`);
  },
);

test.each(["suspended", "buried"] as const)("what is %s is not asked until it is back", (is) => {
  expect(listPractice(is, null)).toBeNull();
});

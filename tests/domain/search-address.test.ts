import { expect, test } from "vitest";
import { searchAddress, toggled, withoutStates } from "@/lib/domain/search-address";

test("a search has an address, and its later pages too", () => {
  expect(searchAddress("C++ & more")).toBe("/search?q=C%2B%2B+%26+more");
  expect(searchAddress("iam", "50")).toBe("/search?q=iam&from=50");
  expect(searchAddress("  ")).toBe("/search");
});

test("a filter is added, and taken away where it is", () => {
  expect(toggled("iam roles", "due")).toBe("iam roles is:due");
  expect(toggled("is:DUE iam", "due")).toBe("iam");
  expect(toggled("", "new")).toBe("is:new");
});

test("what is left without filters of a state", () => {
  expect(withoutStates("is:due iam is:new tag:aws")).toBe("iam tag:aws");
  expect(withoutStates("iam")).toBe("iam");
});

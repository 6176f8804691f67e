import { expect, test } from "vitest";
import { firstLine } from "@/lib/domain/first-line";

test.each([
  ["What is **this** and _that_, `code`?\n\nMore.", "What is this and that, code?"],
  ["__All__ of it_", "All of it"],
  ["When is snake_case_name kept, and $x_{i}$?", "When is snake_case_name kept, and $x_{i}$?"],
  ["", ""],
])("the first line of %j is %j", (markdown, line) => {
  expect(firstLine(markdown)).toBe(line);
});

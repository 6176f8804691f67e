import { expect, test } from "vitest";
import { firstLine, shortLine } from "@/lib/domain/first-line";

test.each([
  ["What is **this** and _that_, `code`?\n\nMore.", "What is this and that, code?"],
  ["__All__ of it_", "All of it"],
  ["When is snake_case_name kept, and $x_{i}$?", "When is snake_case_name kept, and $x_{i}$?"],
  ["", ""],
  ["> What is **quoted**?", "What is quoted?"],
  [">What is quoted\nand goes on?", "What is quoted"],
  ["> > What is quoted twice?\n> >\n> > More.", "What is quoted twice?"],
  ["> [!QUESTION]\n> What is called out?", "What is called out?"],
  ["> [!faq]- What is called out?", "What is called out?"],
  ["> To be or not to be\n\nWho says that?", "Who says that?"],
  ["> Only\n\n> quotes", "Only"],
  ["### What is a heading? ###\n\nMore.", "What is a heading?"],
  ["- [ ] What is an item?", "What is an item?"],
  ["- red\n- blue\n\nWhich is warm?", "Which is warm?"],
  ["```js\nlet a = 1;\n```\n\nWhat is `a * 2`?", "What is a * 2?"],
  ["```js\nlet a = 1;\n```", "let a = 1;"],
  ["| a | b |\n|---|---|\n\nWhat is in `b`?", "What is in b?"],
  ["![A tree](tree.png)\n\nWhich tree is this?", "Which tree is this?"],
  ["![A tree](tree.png)", "A tree"],
  ["See [the **docs**](https://a.example/b): what is it?", "See the docs: what is it?"],
  [
    "What is <b>bold</b>, `List<String>` and 2 * 3 \\* 4?",
    "What is bold, List<String> and 2 * 3 * 4?",
  ],
  ["   Indented", "Indented"],
  ["***\n\nWhat stands below a rule?", "What stands below a rule?"],
])("the first line of %j is %j", (markdown, line) => {
  expect(firstLine(markdown)).toBe(line);
});

test("a name is the first line, cut between words where it is long", () => {
  expect(shortLine("> What is **it**?")).toBe("What is it?");
  const short = shortLine(`How do ${"very ".repeat(40)}long questions end?`);
  expect(short).toMatch(/^How do (very )+…$/);
  expect(short.length).toBeLessThanOrEqual(82);
});

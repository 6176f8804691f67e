import { expect, test } from "vitest";
import { promptParts } from "@/lib/domain/prompt-parts";
import { renderMarkdown } from "@/lib/markdown/render";

test.each([
  ["What is **it**?", "", "What is <strong>it</strong>?", ""],
  ["What is it?\n\nAnd why?", "", "What is it?", "And why?"],
  ["> What is quoted?", "", "What is quoted?", ""],
  ["> > What is quoted twice?\n> >\n> > And why?", "", "What is quoted twice?", "And why?"],
  ["> [!NOTE]\n> What is called out?", "", "What is called out?", ""],
  ["> Not to be\n\nWho says that?", "Not to be", "Who says that?", ""],
  ["### What is a heading?\n\nMore.", "", "What is a heading?", "More."],
  ["- What is an item?", "", "What is an item?", ""],
  ["- red\n- blue\n\nWhich is warm?\n\n1. a\n2. b", "red blue", "Which is warm?", "a b"],
  ["```\nlet a = 1 > 0;\n```\n\nWhat is a?", "let a = 1 > 0;", "What is a?", ""],
  ["| a | b |\n|---|---|\n| 1 | 2 |\n\nWhat is b?", "a b 1 2", "What is b?", ""],
  ["", "", "", ""],
])("the prompt %j has %j above the heading %j, and %j below", (markdown, above, heading, below) => {
  const parts = promptParts(renderMarkdown(markdown));
  expect(parts.heading).toBe(heading);
  expect([wordsOf(parts.above), wordsOf(parts.below)]).toEqual([above, below]);
});

test.each(["```\nlet a = 1;\n```", "- red\n- blue"])("%j is heading altogether", (markdown) => {
  const html = renderMarkdown(markdown);
  expect(promptParts(html)).toEqual({ above: "", heading: html, below: "" });
});

function wordsOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&#x3C;", "<")
    .replaceAll(/\s+/g, " ")
    .trim();
}

import type { Root, RootContent } from "mdast";
import type { Problem } from "@/lib/domain/problem";
import { DIALECTS } from "./dialects";
import { isLinkList } from "./dialects/reading/furniture";

/** The problem of a document without questions: what came nearest to one, and how to write them. */
export function noQuestion({ children }: Root): Problem {
  const shapes = DIALECTS.map(({ example }) => example).join("; or ");
  return {
    line: 1,
    severity: "error",
    code: "no-question",
    message: `No question was found in this document: ${nearest(children)}`,
    remedy: `Mark questions like this: ${shapes}.`,
  };
}

function nearest(blocks: readonly RootContent[]): string {
  const headings = blocks.filter(({ type }) => type === "heading").length;
  const lists = blocks.filter(({ type }) => type === "list");
  if (headings > 0)
    return `of its ${headings} headings (heading-question) too few ask something or have an answer below them.`;
  if (lists.some(isLinkList)) return "its lists (question-list) are lists of links.";
  if (lists.length > 0) return "too few items of its lists (question-list) ask something.";
  return "it has no headings, lists or folds that could be questions.";
}

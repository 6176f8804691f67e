import type { Root, RootContent } from "mdast";
import type { Problem } from "@/lib/domain/problem";
import { DIALECTS } from "./dialects";
import { isLinkList } from "./dialects/reading/boilerplate";

/** The problem of a document without questions: what came nearest to one, and how to write that. */
export function noQuestion({ children }: Root): Problem {
  const { dialect, why } = nearest(children);
  const example = DIALECTS.find(({ name }) => name === dialect)?.example;
  return {
    line: 1,
    severity: "error",
    code: "no-question",
    message: `No question was found in this document: ${why}`,
    remedy: `Write one like this: ${example}. There are ${DIALECTS.length - 1} other ways: see docs/documents.md.`,
  };
}

function nearest(blocks: readonly RootContent[]): { dialect: string; why: string } {
  const headings = blocks.filter(({ type }) => type === "heading").length;
  const lists = blocks.filter(({ type }) => type === "list");
  if (headings === 1)
    return {
      dialect: "heading-question",
      why: "its heading asks nothing, or has no answer below it.",
    };
  if (headings > 1)
    return {
      dialect: "heading-question",
      why: `of its ${headings} headings too few ask something or have an answer below them.`,
    };
  if (lists.some(isLinkList))
    return { dialect: "question-list", why: "its lists are lists of links." };
  if (lists.length > 0)
    return {
      dialect: "question-list",
      why: "too few items of its lists ask something.",
    };
  return {
    dialect: "heading-question",
    why: "it has no headings, lists or folds that could be questions.",
  };
}

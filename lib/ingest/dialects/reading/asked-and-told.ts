import type { Paragraph, PhrasingContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { type FirstLine, paragraphOf, parted } from "./first-line";
import { asks } from "./question-words";

/**
 * A question with its answer on the same line, `**What is DNS?** Names.` or `What is DNS? Names.`; null
 * where the line asks on, or only adds something in brackets.
 */
export function askedAndTold(source: string, paragraph: Paragraph): FirstLine | null {
  const told = afterQuestion(source, paragraph);
  const text = toString(told?.rest ?? []).trim();
  return /^(?![(（]).*[\p{L}\p{N}].*[\p{L}\p{N}]/su.test(text) && !asks(text) ? told : null;
}

function afterQuestion(source: string, { children }: Paragraph): FirstLine | null {
  const [first, ...after] = children;
  if (first?.type === "text") {
    const [asked, told] = AFTER_MARK.test(first.value) ? parted(source, first, AFTER_MARK) : [];
    return asked && told ? { nodes: [asked], rest: paragraphOf(source, [told, ...after]) } : null;
  }
  if (!first || !isEmphasised(first) || !/[?？؟][^\p{L}\p{N}]*$/u.test(toString(first)))
    return null;
  const [next, ...others] = after;
  // `**Why?**: Because`, `**Why?** - Because`
  const told = next?.type === "text" && parted(source, next, LEAD_END)[1];
  return { nodes: [first], rest: paragraphOf(source, told ? [told, ...others] : after) };
}

const LEAD_END = /(?<=^\s*[:：–—-]?\s*)(?![\s:：–—-])/;
const AFTER_MARK = /(?<=[?？؟])\s+(?=\S)|(?<=[?？؟])\s*$/;

function isEmphasised({ type }: PhrasingContent): boolean {
  return type === "strong" || type === "emphasis";
}

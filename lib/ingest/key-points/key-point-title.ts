import { FLUFF, LABEL } from "./key-point-words";
import { upperFirst } from "./plain-text";

/** A heading without number, label before a colon and closing marks; null when nothing is left. */
export function cleanTitle(text: string): string | null {
  let title = text.trim();
  for (let rest = afterPrefix(title); rest !== title; rest = afterPrefix(title)) title = rest;
  title = title.replace(/[\s:.–—-]+$/, "");
  return title === "" ? null : upperFirst(title);
}

function afterPrefix(title: string): string {
  const colon = title.indexOf(": ");
  if (colon > 0 && isLabel(title.slice(0, colon))) return title.slice(colon + 2);
  return NUMBERS.reduce((text, number) => text.replace(number, ""), title);
}

// The order shows in the list, not in the text.
const NUMBERS: readonly RegExp[] = [
  /^\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)]\s*(?=\S)/i, // "1.", "2)", "(a)"
  /^\d+(?:\.\d+)+\s*(?=\S)/, // "1.2"
  /^(?:step|phase|stage|part|option)\s+\w{1,3}\s*(?:[:.)–—]|-\s)\s*(?=\S)/i, // "Step 3:"
];

/** Whether a title names only the role of what follows ("Action", "Key insight"). */
export function isLabel(title: string): boolean {
  return LABEL.test(title);
}

/** Whether a title announces praise, repetition or an aside, which make no point. */
export function isFluff(title: string): boolean {
  return FLUFF.some((pattern) => pattern.test(withoutParentheses(title)));
}

/** The text without what stands in parentheses. */
export function withoutParentheses(text: string): string {
  return text.replace(/\s+\([^()]*\)/g, "").trim();
}

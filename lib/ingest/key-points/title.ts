import type { Nodes, Paragraph } from "mdast";
import { countWords, leaves, plainText, upperFirst } from "./plain-text";
import { FLUFF, LABEL } from "./words";

/** A heading's text without number, label before a colon and closing marks; null when nothing is left. */
export function cleanTitle(nodes: readonly Nodes[]): string | null {
  let title = plainText(nodes);
  for (let rest = afterPrefix(title); rest !== title; rest = afterPrefix(title)) title = rest;
  title = title.replace(/(?<![\s:.–—-])[\s:.–—-]+$/, "");
  if (title === "") return null;
  return leaves(nodes)[0]?.code ? title : upperFirst(title);
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

/** A paragraph's bold beginning, and what follows it. */
export type LeadIn = { title: string | null; text: string };

/** The title that begins a paragraph, "**Title** (aside): text", "`name`: text" or "**Title**"; null for none. */
export function leadIn(paragraph: Paragraph): LeadIn | null {
  const { children } = paragraph;
  const start = children.findIndex(
    (node) => isWords(node) || (LEADS.has(node.type) && plainText([node]) !== ""),
  );
  const lead = children[start];
  if (!lead || !LEADS.has(lead.type) || plainText(children.slice(0, start)) !== "") return null;
  const title = plainText([lead]);
  const rest = plainText(children.slice(start + 1));
  if (lead.type === "inlineCode" && rest === "") return null;
  // A dash after more than a name goes on with the sentence: "This can't be – the policy forbids it".
  if (/^[–—-]/.test(rest) && countWords(title) > 3) return null;
  // Before a stop stands a title ("Least privilege. Each role …") or a sentence.
  if (/^\.\s/.test(rest) && countWords(title) > LONGEST_STOPPED) return null;
  const isApart =
    /[:?]$/.test(title) ||
    (title.endsWith(".") && rest !== "" && countWords(title) <= LONGEST_STOPPED) ||
    isOwnLine(lead, children[start + 1], rest);
  const joint = (isApart ? OPTIONAL_JOINT : JOINT).exec(rest);
  return (
    joint && {
      title: cleanTitle([lead]),
      text: rest.slice(joint[0].length).replace(/^(?:it|they) /i, ""),
    }
  );
}

function isWords(node: Nodes): boolean {
  return node.type === "text" && /[A-Za-z]/.test(node.value);
}

// Bold alone on its line, above a sentence.
function isOwnLine(lead: Nodes, after: Nodes | undefined, rest: string): boolean {
  if (lead.type !== "strong" || !/^\p{Lu}/u.test(rest)) return false;
  return after?.type === "break" || (after?.type === "text" && /^[ \t]*\n/.test(after.value));
}

const LONGEST_STOPPED = 5;

const LEADS = new Set<Nodes["type"]>(["strong", "emphasis", "inlineCode"]);
const JOINT = /^(?:\([^()]*\))?\s*(?::|[–—]|-\s|\.\s|$)\s*/;
const OPTIONAL_JOINT = /^[:–—-]?\s*/;

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
  if (!text.includes("(")) return text.trim();
  return text.replace(/\s+\([^()]*\)/g, "").trim();
}

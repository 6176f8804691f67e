import type { Paragraph } from "mdast";
import { cleanTitle } from "./key-point-title";
import { countWords, plainText } from "./plain-text";

export type LeadIn = { title: string | null; text: string };

/** The title that begins a paragraph, "**Title** (aside): text" or "**Title**"; null for none. */
export function leadIn(paragraph: Paragraph): LeadIn | null {
  const start = paragraph.children.findIndex((node) => plainText([node]) !== "");
  const lead = paragraph.children[start];
  if (lead?.type !== "strong" && lead?.type !== "emphasis") return null;
  const title = plainText([lead]);
  const rest = plainText(paragraph.children.slice(start + 1));
  // A dash after more than a name goes on with the sentence: "This can't be – the policy forbids it".
  if (/^[–—-]/.test(rest) && countWords(title) > 3) return null;
  const joint = (/[:?]$/.test(title) ? OPTIONAL_JOINT : JOINT).exec(rest);
  return joint && { title: cleanTitle(title), text: rest.slice(joint[0].length) };
}

const JOINT = /^(?:\([^()]*\))?\s*(?::|[–—]|-\s|$)\s*/;
const OPTIONAL_JOINT = /^[:–—-]?\s*/;

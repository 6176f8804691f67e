import type { Paragraph, RootContent } from "mdast";
import { type Part, place } from "./answer-part";
import { statements } from "./key-point-statements";
import { FINITE_VERB } from "./key-point-words";
import { leadIn } from "./lead-in";
import { countWords, plainText } from "./plain-text";

/** The claim that an answer's first block sets in bold, as a part; none when it has none. */
export function boldClaim(first: RootContent | undefined): Part[] {
  if (first?.type !== "paragraph" || leadIn(first)) return [];
  const claim = first.children
    .filter(({ type }) => type === "strong")
    .map((bold) => plainText([bold]))
    .find((text) => countWords(text) >= FEWEST_BOLD && FINITE_VERB.test(text));
  return claim === undefined ? [] : [sentencePart(claim, first)];
}

/** The claims of a plain paragraph, a part each; none for another block. */
export function sentenceParts(block: RootContent): Part[] {
  if (block.type !== "paragraph") return [];
  return statements(plainText([block]))
    .filter((claim) => countWords(claim) >= FEWEST_PLAIN)
    .map((claim) => sentencePart(claim, block));
}

// Less is a bold catchword ("is not"), or a remark between sentences ("Indexes help.").
const FEWEST_BOLD = 4;
const FEWEST_PLAIN = 5;

function sentencePart(claim: string, paragraph: Paragraph): Part {
  return { kind: "item", title: null, section: null, claim, children: [], ...place(paragraph) };
}

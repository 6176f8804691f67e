import { plainLine } from "./first-line";
import type { SearchTerm } from "./search-query";
import { type Token, tokensIn } from "./search-tokens";

/** A piece of a text, and whether it is what was searched for. */
export type ExcerptPart = { text: string; isHit: boolean };

/** Characters. */
const LONGEST = 200;
const BEFORE = 40;
/** As much of Markdown as may be left of it without its marks. */
const AROUND = 4;

/** How many of the terms a text says. */
export function termsIn(text: string, terms: readonly SearchTerm[]): number {
  const tokens = tokensIn(text);
  return terms.filter((term) => tokens.some((_, i) => isAt(tokens, i, term))).length;
}

/** The passage of a Markdown text that says the terms first, as plain text with what was found told apart. */
export function excerpt(markdown: string, terms: readonly SearchTerm[]): ExcerptPart[] {
  const [first] = hitsIn(markdown, terms);
  const from = lineBefore(markdown, (first?.start ?? 0) - AROUND * BEFORE);
  const text = markdown
    .slice(from, from + AROUND * (LONGEST + BEFORE))
    .split("\n")
    .map(plainLine)
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .join(" ");
  return cut(text, hitsIn(text, terms));
}

/** A beginning of a line, so that its marks are known for what they are; or of a word, in a long one. */
function lineBefore(text: string, at: number): number {
  if (at <= 0) return 0;
  const line = text.lastIndexOf("\n", at) + 1;
  return at - line < LONGEST ? line : text.indexOf(" ", at) + 1;
}

type Hit = Pick<Token, "start" | "end">;

function hitsIn(text: string, terms: readonly SearchTerm[]): Hit[] {
  const tokens = tokensIn(text);
  const hits: Hit[] = [];
  for (const [i, { start }] of tokens.entries()) {
    const longest = Math.max(
      ...terms.filter((term) => isAt(tokens, i, term)).map(({ words }) => words.length),
    );
    const end = tokens[i + longest - 1]?.end;
    if (end !== undefined && start >= (hits.at(-1)?.end ?? 0)) hits.push({ start, end });
  }
  return hits;
}

function isAt(tokens: readonly Token[], at: number, { words, isBeginning }: SearchTerm): boolean {
  return words.every((word, i) => {
    const found = tokens[at + i]?.word;
    if (isBeginning && i === words.length - 1) return found?.startsWith(word) === true;
    return found === word;
  });
}

function cut(text: string, hits: readonly Hit[]): ExcerptPart[] {
  const [first] = hits;
  const wanted = Math.max(0, Math.min((first?.start ?? 0) - BEFORE, text.length - LONGEST));
  const from = wanted === 0 ? 0 : afterSpace(text, wanted, first?.start ?? wanted);
  const to = Math.min(text.length, from + LONGEST);
  const parts: ExcerptPart[] = [{ text: from > 0 ? "… " : "", isHit: false }];
  let at = from;
  for (const { start, end } of hits) {
    if (start < at || end > to) continue;
    parts.push({ text: text.slice(at, start), isHit: false });
    parts.push({ text: text.slice(start, end), isHit: true });
    at = end;
  }
  const rest = to < text.length ? `${text.slice(at, to).replace(/\s+\S*$/, "")} …` : text.slice(at);
  parts.push({ text: rest, isHit: false });
  return parts.filter((part) => part.text !== "");
}

/** Where the next word begins, if that is no later than what was found. */
function afterSpace(text: string, at: number, latest: number): number {
  const next = text.indexOf(" ", at - 1) + 1;
  return next > 0 && next <= latest ? next : at;
}

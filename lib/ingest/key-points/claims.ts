import { LONGEST_TEXT, fit, isBalanced, withoutClosingMarks, withoutLooseEnd } from "./fit";
import type { Place } from "./part";
import { type Leaf, countWords, tidy, upperFirst } from "./plain-text";
import { FIRST_PERSON, LEADING_ON, LEANING, NO_CLAIM, OPENING } from "./words";

/** What a sentence claims, and where it stands in the source. `announces`: it ends with a colon. */
export type Claim = Place & { text: string; announces: boolean };

/**
 * The sentences of a text that claim something by themselves, cleaned: "However, I use X:" is "Use X".
 * Each is looked at when it is asked for.
 */
export function* claims(read: readonly Leaf[]): Generator<Claim, void> {
  const text = read.map((leaf) => leaf.text).join("");
  // A name in code may begin a sentence in small letters, and a stop in it ends none.
  const words = read.map(({ code, text: piece }) => (code ? "X".repeat(piece.length) : piece));
  for (const { from, to } of sentences(words.join(""))) {
    const pieces = within(read, from, to);
    const [first, last] = [pieces[0], pieces.at(-1)];
    const claim = pieces.some(isLongCode) ? null : claimed(text.slice(from, to), first);
    if (claim === null || !first || !last) continue;
    const announces = /[:：]\s*$/.test(text.slice(from, to));
    yield { text: claim, announces, start: first.start, end: last.end };
  }
}

type Range = { from: number; to: number };

function* sentences(text: string): Generator<Range, void> {
  let from = 0;
  for (const { 0: end, 1: gap = "", index } of text.matchAll(SENTENCE_END)) {
    const next = index + end.length;
    yield* clauses(text, from, next - gap.length);
    from = next;
  }
  yield* clauses(text, from, text.length);
}

/** What semicolons part of a sentence that is too long for a point, and no list behind a colon. */
function* clauses(text: string, from: number, to: number): Generator<Range, void> {
  const end = to - from > LONGEST_TEXT ? text.indexOf("; ", from) : -1;
  const first = text.slice(from, end);
  if (end === -1 || end >= to || first.includes(":") || !isBalanced(first)) {
    yield { from, to };
    return;
  }
  yield { from, to: end };
  yield* clauses(text, end + 2, to);
}

// A stop before a capital or a letter of a script without them, but for common abbreviations.
const SENTENCE_END =
  /[.!?؟।](?<!\b(?:e\.g|i\.e|vs|etc|approx|No|Inc|St)\.)["”’»)]*(\s+)(?=["“‘«(]?[\p{Lu}\p{Lo}\d])|[。！？][”’」』）]?(?![”’」』）])/gu;

/** The parts of the pieces between two places in their joined text. */
function within(read: readonly Leaf[], from: number, to: number): Leaf[] {
  let begins = 0;
  return read.flatMap((leaf) => {
    const skip = Math.max(from - begins, 0);
    const text = leaf.text.slice(skip, Math.max(to - begins, 0));
    begins += leaf.text.length;
    if (text === "") return [];
    // Code has its marks about it, and `&amp;` is longer than what it shows: of such, the whole.
    if (leaf.end - leaf.start !== leaf.text.length) return { ...leaf, text };
    const start = leaf.start + skip;
    return { ...leaf, text, start, end: start + text.length };
  });
}

// A command or an expression is no sentence to recall.
function isLongCode({ code, text }: Leaf): boolean {
  return code && text.length > 40;
}

function claimed(sentence: string, first: Leaf | undefined): string | null {
  const told = tidy(sentence)
    .replace(QUOTED, "$1$2$3")
    .replace(/ (?:above|below)(?=\W*$)/, "");
  const text = told.replace(LEADING_ON, "");
  if (NO_CLAIM.some((pattern) => pattern.test(text))) return null;
  const deed = mainClause(text.replace(FIRST_PERSON, ""));
  if (deed === null) return null;
  // "I enforce TLS at the gateway, using:" stops before its list.
  const claim = deed.endsWith(":") ? withoutLooseEnd(deed) : withoutClosingMarks(deed);
  if (countWords(claim) < FEWEST_WORDS) return null;
  return first?.code && deed === told ? claim : upperFirst(claim);
}

// Of what is quoted whole, the first sentence opens a quote and the last closes it.
const QUOTED = /^"([^"]*)"$|^([^"]*)"([^"]*)$/;

// "Important!" claims nothing.
const FEWEST_WORDS = 2;

/**
 * Of a sentence so long that after `title` it would be cut within or before its claim ("Once the
 * tree is built, …"), what it says then; null where that says too much alone.
 */
export function mainClause(sentence: string, title = ""): string | null {
  const opening = OPENING.exec(sentence)?.[0] ?? "";
  if (opening === "" || !isBalanced(opening)) return sentence;
  const kept = fit(title + sentence);
  const comesToIt = kept.length >= title.length + opening.length;
  if (comesToIt && !kept.endsWith("…")) return sentence;
  const main = sentence.slice(opening.length);
  // "For reads, use …" opens a sentence, "FOR JSON formats it, adding …" is one.
  if (/^\w+ing\b/.test(main)) return sentence;
  const isWhole = countWords(main) >= FEWEST_IN_CLAUSE && !LEANING.test(main);
  // "You can skip it" says too much without its "if".
  if (isWhole && !/^(?:if|unless)\b/i.test(opening)) return upperFirst(main);
  return comesToIt ? sentence : null;
}

const FEWEST_IN_CLAUSE = 5;

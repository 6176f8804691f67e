/** A word as it is searched for, with its place in the text; words may share one. */
export type Token = { word: string; start: number; end: number };

/** Scripts that part no words, or hang endings on them: each of their characters is a word. */
const UNPARTED =
  "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}";
const WORD = new RegExp(
  `[${UNPARTED}]\\p{M}*|(?:(?![${UNPARTED}])[\\p{L}\\p{N}\\p{M}])+(?:\\+\\+|#)?`,
  "gu",
);

/**
 * The words of a text as they are searched for, without regard to case, accents and signs: the same of
 * what is stored and of what is asked. A name's signs make a word besides: `C++` is `c cplusplus`, `C#`
 * is `c csharp`. Runs of scripts without spaces come character by character, to be found by any part.
 */
export function tokensIn(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: found, index: start } of text.matchAll(WORD)) {
    const end = start + found.length;
    const bare = found.replace(/(?:\+\+|#)$/, "");
    const word = folded(bare);
    if (word === "") continue;
    tokens.push({ word, start, end });
    if (bare === found) continue;
    tokens.push({ word: word + (found.endsWith("#") ? "sharp" : "plusplus"), start, end });
  }
  return tokens;
}

/** The same as one line, a space between words. */
export function wordsOf(text: string): string {
  return tokensIn(text)
    .map(({ word }) => word)
    .join(" ");
}

const LATIN = /^[\w]+$/;
/** Accents of European scripts; those of others, such as が, make another letter. */
const ACCENTS = /[\u0300-\u036f]/g;
/** Of one character another may be made with signs about it: ㈀, ½. */
const SIGNS = /[^\p{L}\p{N}\p{M}]/gu;

function folded(word: string): string {
  if (LATIN.test(word)) return word.toLowerCase();
  return word
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .replace(SIGNS, "")
    .normalize("NFC")
    .toLowerCase();
}

/**
 * What a word and its relatives begin with: `encrypts`, `encrypted` and `encryption` are `encrypt`.
 * It knows English endings, and leaves what has other letters than `a` to `z` as it is, folded.
 */
export function stem(word: string): string {
  const folded = fold(word);
  if (!ENGLISH.test(folded)) return folded;
  let stemmed = IRREGULAR[folded] ?? singular(folded).replace(/our$/, "or");
  for (let shorter = withoutEnding(stemmed); shorter !== stemmed; shorter = withoutEnding(stemmed))
    stemmed = shorter;
  return stemmed;
}

/** A word without case and accents. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  return ASCII.test(lower) ? lower : lower.normalize("NFKD").replaceAll(/\p{M}/gu, "");
}

const ASCII = /^[\w'-]*$/;
const ENGLISH = /^[a-z]{4,}$/;

const IRREGULAR: Record<string, string> = {
  built: "build",
  chose: "choose",
  chosen: "choose",
  held: "hold",
  hidden: "hide",
  kept: "keep",
  lost: "lose",
  retention: "retain",
  sent: "send",
  spent: "spend",
  thrown: "throw",
  written: "write",
  wrote: "write",
};

function singular(word: string): string {
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^suia]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Endings, and how many letters each must leave. */
const ENDINGS: readonly (readonly [RegExp, number])[] = [
  [/i[sz](?:ation|able|ing|ed|er|e)$/, 4],
  [/ability$|(?:at(?:ion|ing|ed|or|ive|e)|fulness|fully|ful|ness|less)$/, 4],
  [/(?:ance|ence|ancy|ency|able|ible|ment|ally|ity|ive)$/, 4],
  [/(?:ant|ent|ous|al)$/, 5],
  [/(?:er|or|ly)$/, 4],
  [/(?:ing|ion|ed|[aeiy])$/, 3],
];

function withoutEnding(word: string): string {
  for (const [ending, least] of ENDINGS) {
    const at = word.search(ending);
    if (at < least || !/[aeiouy]/.test(word.slice(0, at))) continue;
    return word.slice(0, at).replace(/([bdfgmnprt])\1$/, "$1");
  }
  return word;
}

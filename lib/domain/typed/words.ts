import { fold, stem } from "./stem";
import { DENIALS, EMPTY, NUMBERS, OF_ONE_THING, PREVENTS, SHORT, WITHOUT } from "./word-lists";

/** A word of a text as it is compared. */
export type Word = {
  /** Its stem; digits for a number; the long word's stem for what is written short. */
  key: string;
  /** Folded, not stemmed. */
  form: string;
  /** The stems that a name is put together of: `maxSize` of `max` and `size`. */
  parts: readonly string[];
  /** Follows a "not", "never" or "without" in its clause. */
  isDenied: boolean;
  /** Something is denied or prevented in its clause. */
  nearDenial: boolean;
};

/** The sentences of a text as their words, less those that say nothing alone. Markdown's signs are passed over. */
export function sentencesOf(text: string): Word[][] {
  return text
    .replaceAll(/<[^<>]*>/g, " ")
    .replaceAll(/\*\*|`/g, "")
    .split(SENTENCE_END)
    .filter((sentence) => !UNSURE.test(sentence))
    .map(sentenceWords)
    .filter((words) => words.length > 0);
}

const SENTENCE_END = /(?<=[.!?。！？])(?=\s|\p{Script=Han}|$)|[\n;]|(?<=\s)[•–—](?=\s)/u;
const CLAUSE_END = /[,:()[\]]+(?=\s|$)|(?<=\s)[([]|\s(?:but|while|whereas|aber|mais|pero)\s/i;
const WORD = /\p{N}+(?:[.,/:]\p{N}+)*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)?[+#]*/gu;

/** Who says that they don't know has not said it. */
const UNSURE =
  /\b(?:(?:do ?n['’]?o?t|can['’]?t|cannot) (?:quite |really |exactly )?(?:remember|recall|know)|forgot(?:ten)?|no idea|not sure|weiß nicht|je ne sais pas|no sé)\b/i;

function sentenceWords(sentence: string): Word[] {
  return sentence.split(CLAUSE_END).flatMap(clauseWords);
}

function clauseWords(clause: string): Word[] {
  let words: Word[] = [];
  let deniedFor = 0;
  let nearDenial = false;
  const forms = clause.match(WORD) ?? [];
  for (const [i, written] of forms.entries()) {
    const form = fold(written)
      .replace(/['’](?!t$).*$/, "")
      .replace("’", "'");
    if (isDenial(form) && !ONLY.test(forms[i + 1] ?? "")) {
      // "No change without a review" asks for one, and denies nothing.
      const isYes: boolean = WITHOUT.has(form) && nearDenial;
      if (isYes) words = words.map((word) => ({ ...word, isDenied: false }));
      deniedFor = isYes ? 0 : DENIED_WORDS;
      nearDenial = !isYes && (nearDenial || !OF_ONE_THING.has(form));
    } else if (!EMPTY.has(form)) {
      const word = asCompared(written, form, deniedFor > 0);
      words.push(...word);
      deniedFor -= 1;
      if (!word.some(({ key }) => PREVENTS.has(key))) continue;
      nearDenial = true;
      deniedFor = DENIED_WORDS;
    }
  }
  return nearDenial ? words.map((word) => ({ ...word, nearDenial })) : words;
}

const DENIED_WORDS = 6;
/** "Not only" denies nothing. */
const ONLY = /^(?:only|just|nur|seulement|solo)$/i;

function isDenial(form: string): boolean {
  return DENIALS.has(form) || CONTRACTED.test(form);
}

const CONTRACTED =
  /^(?:do|does|did|is|are|was|were|has|have|had|ca|wo|could|should|would|must|need)n'?t$/;

function asCompared(written: string, form: string, isDenied: boolean): Word[] {
  const word = { form, parts: [], isDenied, nearDenial: false };
  if (WITHOUT_SPACES.test(form))
    return inTwos(form).map((two) => ({ ...word, key: two, form: two }));
  const key = NUMBERS.get(form) ?? SHORT.get(form) ?? stem(form);
  return [{ ...word, key, parts: partsOf(written) }];
}

function partsOf(written: string): string[] {
  // A small word, or the plural of an acronym: most are.
  if (/^(?:\p{L}\p{Ll}*|\p{Lu}+s)$/u.test(written)) return [];
  const parts = written.split(PART);
  return parts.length > 1 ? parts.map(stem) : [];
}

const PART = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
/** Scripts that don't part their words: each two letters are compared. */
const WITHOUT_SPACES = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u;

function inTwos(text: string): string[] {
  const letters = Array.from(text);
  if (letters.length < 2) return letters;
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
}

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
  /** Something is denied or prevented in its sentence. */
  nearDenial: boolean;
};

/** The sentences of a text as their words, less those that say nothing alone. Markdown's signs are passed over. */
export function sentencesOf(text: string): Word[][] {
  return text
    .replaceAll(/<[^<>]*>/g, " ")
    .replaceAll(/\*\*|`/g, "")
    .split(SENTENCE_END)
    .map(sentenceWords)
    .filter((words) => words.length > 0);
}

const SENTENCE_END = /(?<=[.!?。！？])(?=\s|\p{Script=Han}|$)|[\n;]|(?<=\s)[•–—](?=\s)/u;
const CLAUSE_END = /[,:()[\]]+(?=\s|$)|(?<=\s)[([]|\s(?:but|while|whereas|aber|mais|pero)\s/i;
const WORD = /\p{N}+(?:[.,/:]\p{N}+)*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)?[+#]*/gu;

function sentenceWords(sentence: string): Word[] {
  let words: Word[] = [];
  let denials = 0;
  let nearDenial = false;
  for (const clause of sentence.split(CLAUSE_END)) {
    let deniedFor = 0;
    const forms = clause.match(WORD) ?? [];
    for (const [i, written] of forms.entries()) {
      const form = fold(written).replace("’", "'");
      if (isDenial(form) && !ONLY.test(forms[i + 1] ?? "")) {
        const isYes = WITHOUT.has(form) && denials > 0;
        if (isYes) words = words.map((word) => ({ ...word, isDenied: false }));
        deniedFor = isYes ? 0 : DENIED_WORDS;
        denials += 1;
        nearDenial = !isYes && (nearDenial || !OF_ONE_THING.has(form));
      } else if (!EMPTY.has(form.replace(/'.*$/, ""))) {
        words.push(...asCompared(written, form.replace(/'.*$/, ""), deniedFor > 0));
        deniedFor -= 1;
      }
    }
  }
  nearDenial ||= words.some(({ key }) => PREVENTS.has(key));
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
  const parts = /^\p{Lu}+s$/u.test(written) ? [] : written.split(PART);
  return [{ ...word, key, parts: parts.length > 1 ? parts.map(stem) : [] }];
}

const PART = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
/** Scripts that don't part their words: each two letters are compared. */
const WITHOUT_SPACES = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u;

function inTwos(text: string): string[] {
  const letters = [...text];
  return letters.length < 2
    ? letters
    : letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
}

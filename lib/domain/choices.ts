/** What a question offers to pick from: Markdown of each, its letter where it has one, and which are right. */
export type Choices = {
  options: { letter: string | null; text: string }[];
  /** Places in `options`; empty where the document does not say. */
  right: number[];
};

/** The choices at the end of a prompt, and what its answer says of them; null where there are none. */
export function choicesOf({
  prompt,
  answer,
}: {
  prompt: string;
  answer: string | null;
}): Choices | null {
  const options = optionsIn(prompt);
  if (options.length < 2) return null;
  return { options, right: answer === null ? [] : rightOf(options, answer) };
}

type Option = Choices["options"][number];

const MARK = String.raw`(?:[✅✔☑✓]\ufe0f?[ \t]*)?`;
const LETTERED = new RegExp(
  String.raw`^[ \t]*(?:[-*+][ \t]+)?${MARK}(?:\*\*)?\(?([A-Ha-h])[.:)](?:\*\*)?[ \t]+(\S.*)$`,
  "u",
);
const BOXED = /^[ \t]*(?:[-*+][ \t]+)?(?:\[?\([ xX]\)\]?|\[?\[[ xX]\]\]?)[ \t]+(\S.*)$/;

/** A line each: lettered from the last A on and in order, or boxes. */
function optionsIn(prompt: string): Option[] {
  const all = prompt.split("\n").flatMap((line) => optionOf(line) ?? []);
  const first = all.findLastIndex(({ letter }) => letter === "A");
  if (first === -1) return all.filter(({ letter }) => letter === null);
  const lettered = all.slice(first);
  const end = lettered.findIndex(({ letter }, i) => letter !== "ABCDEFGH"[i]);
  return end === -1 ? lettered : lettered.slice(0, end);
}

function optionOf(line: string): Option | null {
  const [, letter, text = ""] = LETTERED.exec(line) ?? [];
  if (letter !== undefined) return { letter: letter.toUpperCase(), text: plain(text) };
  const [, boxed] = BOXED.exec(line) ?? [];
  return boxed === undefined ? null : { letter: null, text: plain(boxed) };
}

/** By the letters that an answer begins with, by the choices that it marks, or by their words. */
function rightOf(options: readonly Option[], answer: string): number[] {
  const marked = markedIn(options, answer);
  if (marked.length > 0) return marked;
  const begun = answer.trim().replace(SAYS, "");
  const [letters = ""] = LETTERS.exec(begun) ?? [];
  const named = (letters.match(/[A-H](?![a-z])/gi) ?? []).map((letter) => letter.toUpperCase());
  const byLetter = placesOf(options, ({ letter }) => letter !== null && named.includes(letter));
  if (byLetter.length > 0) return byLetter;
  const first = plain(begun.split("\n")[0] ?? "").toLowerCase();
  return placesOf(options, ({ text }) => first === text.toLowerCase());
}

const SAYS =
  /^[\W_]*(?:the\s+)?(?:correct|right)?\s*(?:answers?|option|choice)?\s*(?:is|are)?\s*[:：]?[\s*_(`]*/i;
const LETTERS =
  /^[A-H](?:[\s*_)]*(?:,|and|&|\+|\/)[\s*_(]*[A-H])*(?=\s*(?:$|[\n.:)*_,(—–-])|\s+(?:is|are|because|since)\s)/i;

/** The choices repeated in the answer with a tick, a sign or alone in bold. */
function markedIn(options: readonly Option[], answer: string): number[] {
  const lines = answer.split("\n").filter((line) => optionOf(line) !== null);
  if (lines.length < 2) return [];
  const marked = lines.filter((line) => MARKED.test(line)).map(optionOf);
  if (marked.length === lines.length) return [];
  return placesOf(options, ({ letter, text }) =>
    marked.some((one) => (letter === null ? one?.text === text : one?.letter === letter)),
  );
}

const MARKED = /\[[xX]\]|\([xX]\)|[✅✔☑✓]|\(correct(?: answer)?\)|\*\*.+\*\*[ \t]*$/iu;

function placesOf(options: readonly Option[], holds: (option: Option) => boolean): number[] {
  return options.flatMap((option, i) => (holds(option) ? [i] : []));
}

function plain(markdown: string): string {
  return markdown
    .replaceAll(/[✅✔☑✓]\ufe0f?|\*\*|`|\(correct(?: answer)?\)/giu, "")
    .replace(/[ \t]+$/, "")
    .trim();
}

import type { QuestionText } from "./keys";

/** The words of a question, as sorted numbers: comparing them costs a walk along both. */
export type Words = { prompt: Int32Array; answer: Int32Array | null };

/** Gives each word a number, the same wherever it stands. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();

  wordsOf({ prompt, answer }: QuestionText): Words {
    return { prompt: this.#set(prompt), answer: answer === null ? null : this.#set(answer) };
  }

  #set(text: string): Int32Array {
    const numbers = new Set(wordsIn(text).map((word) => this.#number(word)));
    return Int32Array.from(numbers).toSorted();
  }

  #number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

/** Letters and digits of every script, in small letters. */
export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** 0–1: the Sørensen–Dice coefficient of two sets. */
export function dice(a: Int32Array, b: Int32Array): number {
  if (a.length + b.length === 0) return 0;
  let [shared, i, j] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const gap = Number(a[i]) - Number(b[j]);
    if (gap === 0) shared += 1;
    if (gap <= 0) i += 1;
    if (gap >= 0) j += 1;
  }
  return (2 * shared) / (a.length + b.length);
}

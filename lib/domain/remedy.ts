import type { Cause } from "./causes";
import { counted } from "./counted";
import { studyAddress } from "./study-scope";
import { recallPercent } from "./topic";
import { shownLoss, type WeakArea } from "./weakness";

/** A cause in a word or two; what is lost by it is that. */
export const CAUSE_WORDS: Record<Cause, string> = {
  unseen: "not seen",
  forgotten: "forgotten",
  unstable: "unstable",
  "half-known": "half known",
};

/** What each cause means. */
export const CAUSE_MEANS: Record<Cause, string> = {
  unseen: "never studied",
  forgotten: "recall has fallen below what you want",
  unstable: "forgotten again and again",
  "half-known": "the same points missed or said wrongly again and again",
};

/** Something to do about what is lost: where, and in words. */
export type Remedy = { href: string; text: string };

/** What helps against a cause in a topic; of unstable questions, with these ids. */
export function remedyFor(cause: Cause, path: string, ids: readonly string[] = []): Remedy {
  switch (cause) {
    case "unseen":
      return { href: studyAddress({ topic: path }), text: "Learn these" };
    case "forgotten":
      return { href: studyAddress({ topic: path, weakest: true }), text: "Study the weakest" };
    case "unstable":
      return ids.length > 0
        ? { href: studyAddress({ mode: "practice", questions: ids }), text: "Practise these" }
        : { href: studyAddress({ topic: path, weakest: true }), text: "Study the weakest" };
    case "half-known": {
      const q = `is:slipping topic:${path}`;
      return { href: studyAddress({ mode: "practice", q }), text: "Practise what slips" };
    }
  }
}

/** The figure of an area, which it is sorted by, and what it is of: `2.4 of 8 lost`. */
export function lossText(area: Pick<WeakArea, "loss" | "weight">): string {
  return `${shownLoss(area)} of ${area.weight} lost`;
}

/** What an area's figure rests on. */
export function areaFacts({ cause, questions, loss, weight }: Omit<WeakArea, "points">): string {
  const often = weight === questions ? "" : `, counted as ${weight}`;
  const all = `${counted(questions, "question")}${often}`;
  switch (cause) {
    case "unseen":
      return all;
    case "forgotten":
      return `${recallPercent(1 - loss / weight)}\u00a0% recall of ${all}`;
    case "unstable":
      return `${all}, ${recallPercent(1 - loss / weight)}\u00a0% recall`;
    case "half-known":
      return `${all}, ${recallPercent(1 - loss / weight)}\u00a0% of the points given`;
  }
}

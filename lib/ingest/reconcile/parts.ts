import { breathe } from "@/lib/breathe";
import { wordsIn } from "./words";

/** A text that another one holds: all of it at a share of 1. */
export type Part = { part: string; whole: string; share: number };

/** Words in a row that are compared: fewer stand in any text, more break at a corrected word. */
const RUN = 4;
/** A text of fewer words is found in others by chance. */
const FEWEST_WORDS = 12;
/** A run in more texts than this is a phrase of the collection. */
const COMMON = 16;
/** Much of it is there. */
const MUCH = 0.6;
/** Of so many texts all runs are kept, of more a sample: the memory they need is bounded. */
const KEPT_WHOLE = 2_000;

/**
 * Which of the texts are, for the most part, in others: sentences keep their runs of words where
 * they are moved. Texts by any name; a name in both is not compared with itself.
 */
export async function partsOf(
  texts: ReadonlyMap<string, string>,
  wholes: ReadonlyMap<string, string>,
): Promise<Part[]> {
  const every = Math.ceil(Math.max(texts.size, wholes.size) / KEPT_WHOLE);
  const isSampled = (run: number) => run % every === 0;
  const holders = new Map<number, string[]>();
  for (const [whole, text] of wholes) {
    for (const run of new Set(runsOf(text).filter(isSampled))) {
      const names = holders.get(run);
      if (!names) holders.set(run, [whole]);
      else if (names.length <= COMMON) names.push(whole);
    }
    await breathe();
  }
  const parts: Part[] = [];
  for (const [part, text] of texts) {
    for (const [whole, found] of sharesIn(holders, runsOf(text).filter(isSampled))) {
      if (found < MUCH || whole === part) continue;
      // A sample may find too much.
      const share = Math.min(found, shareIn(text, wholes.get(whole) ?? ""));
      if (share >= MUCH) parts.push({ part, whole, share });
    }
    await breathe();
  }
  return parts;
}

/** 0–1: how much of a text another one holds; 0 where it is too short to say. */
export function shareIn(part: string, whole: string): number {
  const runs = new Set(runsOf(part));
  if (runs.size <= FEWEST_WORDS - RUN) return 0;
  const held = new Set(runsOf(whole));
  return [...runs].filter((run) => held.has(run)).length / runs.size;
}

/** 0–1: how many of the runs each text holds that is no phrase of the collection. */
function sharesIn(
  holders: ReadonlyMap<number, string[]>,
  found: readonly number[],
): Map<string, number> {
  const runs = new Set(found);
  const shares = new Map<string, number>();
  for (const run of runs)
    for (const whole of uncommon(holders.get(run)))
      shares.set(whole, (shares.get(whole) ?? 0) + 1 / runs.size);
  return shares;
}

function uncommon(names: readonly string[] = []): readonly string[] {
  return names.length > COMMON ? [] : names;
}

/** Hashes of all runs of words in a text (FNV-1a, 32 bits). */
function runsOf(text: string): number[] {
  const words = wordsIn(text);
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, i) => {
    const run = words.slice(i, i + RUN).join(" ");
    let hash = 0x811c9dc5;
    for (let n = 0; n < run.length; n += 1) hash = Math.imul(hash ^ run.charCodeAt(n), 0x01000193);
    return hash;
  });
}

import type { RootContent } from "mdast";
import { isAnswerHeading } from "@/lib/ingest/dialects/reading/answer-mark";
import { leaves } from "./plain-text";

// Their words; the signs of those that write no spaces.
const SCRIPTS = [
  /\p{sc=Latin}+/gu,
  /\p{sc=Cyrillic}+/gu,
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/gu,
  /\p{sc=Hang}+/gu,
  /\p{sc=Arab}+/gu,
];

/**
 * An answer's blocks, and items of its lists, without those that say it once more in another script: of
 * one that is given in English and in Russian, part by part or one whole after the other, what comes
 * first. All of them where that is not sure.
 */
export function inOneLanguage(blocks: readonly RootContent[]): readonly RootContent[] {
  // `Answer (EN)`, below the one in Russian.
  const anew = blocks.findIndex(isAnswerHeading);
  return toldOnce(anew > 0 ? blocks.slice(0, anew) : blocks).map((block) =>
    block.type === "list" ? { ...block, children: toldOnce(block.children) } : block,
  );
}

function toldOnce<T extends RootContent>(parts: readonly T[]): T[] {
  const scripts = parts.map(scriptOf);
  const first = scripts.find((script) => script !== null);
  const told = scripts.filter((script) => script === first).length;
  const others = scripts.filter((script) => script !== null && script !== first);
  const [other] = others;
  const isTwice =
    other !== undefined &&
    Math.min(told, others.length) >= 2 &&
    others.every((script) => script === other) &&
    Math.abs(told - others.length) * 5 <= told + others.length;
  return parts.filter((_, i) => !isTwice || scripts[i] !== other);
}

/** Which of the scripts a text is in, for the most part; null for code, and for less than a few words. */
function scriptOf(part: RootContent): number | null {
  if (part.type === "code") return null;
  const text = leaves([part])
    .map((leaf) => leaf.text)
    .join(" ")
    .slice(0, ENOUGH);
  const words = SCRIPTS.map((script) => text.match(script)?.length ?? 0);
  const all = words.reduce((sum, count) => sum + count, 0);
  const most = words.findIndex((count) => count * 5 > all * 3);
  return all < FEWEST_WORDS || most === -1 ? null : most;
}

/** Characters that show what a text is written in. */
const ENOUGH = 300;
// A name or two in Latin letters are no translation.
const FEWEST_WORDS = 5;

import { TAG } from "./html-blocks";
import type { Ink } from "./ink";
import type { PointOutcome } from "./point-history";
import { LATELY_SIGNS, latelyText } from "./lately-text";

/** A key point's place in the Markdown of an answer, its ink, and how it went lately. */
export type Passage = {
  text: string;
  start: number;
  end: number;
  ink: Ink;
  lately: readonly PointOutcome[];
  slipping: boolean;
};

/**
 * An answer's HTML, as `lib/markdown` makes it, with the ink of each passage on its blocks (`data-ink`) and
 * its last marks where it begins (`data-lately`). The blocks of a passage are the innermost one that it
 * begins in, and those that begin before it ends; of two passages the one that is lost first gives the
 * ink. Headings go down a level, as a question's own is one of a document's.
 */
export function inkedHtml(html: string, passages: readonly Passage[]): string {
  const places = placesIn(html);
  const inks = new Map<number, Ink>();
  const begun = new Map<number, Passage[]>();
  for (const passage of passages) {
    const first = Math.max(
      0,
      places.findLastIndex((at) => at <= passage.start),
    );
    if (places.length === 0) continue;
    begun.set(first, [...(begun.get(first) ?? []), passage]);
    for (const [i, at] of places.entries())
      if (i === first || (at > passage.start && at < passage.end))
        inks.set(i, lighter(passage.ink, inks.get(i)));
  }
  let block = -1;
  let waiting = "";
  return html.replaceAll(TAG, (tag: string, slash: string, name: string) => {
    if (slash === "/") return lowered(tag, name);
    const placed = PLACE.test(tag);
    if (placed) block += 1;
    const ink = placed ? inks.get(block) : undefined;
    const start = lowered(
      ink === undefined ? tag : tag.replace(/(\/?>)$/, ` data-ink="${ink}"$1`),
      name,
    );
    const marks = waiting + (placed ? (begun.get(block) ?? []).map(marksOf).join("") : "");
    waiting = "";
    // Nothing may stand in a row but cells, and what stands in code is code.
    if (name === "tr") {
      waiting = marks;
      return start;
    }
    return name === "pre" ? marks + start : start + marks;
  });
}

const PLACE = / data-at="(\d+)"/;

/** Where the placed blocks begin in the Markdown, in the order of the HTML. */
function placesIn(html: string): number[] {
  return [...html.matchAll(TAG)].flatMap(([tag]) => {
    const at = PLACE.exec(tag)?.[1];
    return at === undefined ? [] : [Number(at)];
  });
}

function lighter(ink: Ink, other: Ink = 4): Ink {
  return ink < other ? ink : other;
}

function lowered(tag: string, name: string): string {
  const level = /^h([3-5])$/.exec(name)?.[1];
  return level === undefined ? tag : tag.replace(name, `h${Number(level) + 1}`);
}

/** Empty for a point that no review assessed. */
function marksOf({ text, lately, slipping }: Passage): string {
  if (lately.length === 0) return "";
  const signs = lately.map((outcome) => LATELY_SIGNS[outcome]).join("");
  const shown = `<span aria-hidden="true">${signs}${slipping ? "<span>slipping</span>" : ""}</span>`;
  const said = `${text}: ${latelyText(lately)}${slipping ? "; slipping" : ""}. `;
  return `<span data-lately>${shown}<span class="visually-hidden">${escaped(said)}</span></span>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

import { placesToCut } from "./cut-document";
import { linesOf } from "./lines";
import { misreadItems } from "./misread-items";

/** Where a piece may begin: at a line's offset and number. It is sure where the parser is not asked. */
export type Place = {
  start: number;
  number: number;
  isSure: boolean;
  /** Where its section starts: what is not read costs whole sections. */
  section: number;
};

/** The places of a text in order, from its start to its end; pieces are to be about `size` characters. */
export function placesIn(text: string, size: number): Place[] {
  const lines = linesOf(text);
  const sure = misreadItems(lines).map((line) => ({ ...line, isSure: true, isSection: true }));
  const isSure = new Set(sure.map(({ start }) => start));
  const likely = placesToCut(lines, size)
    .filter(({ start }) => !isSure.has(start))
    .map((line) => ({ ...line, isSure: false }));
  const end = { start: text.length, number: lines.length + 1, isSure: true, isSection: true };
  let section = 0;
  return [...[...likely, ...sure].toSorted((a, b) => a.start - b.start), end].map((place) => {
    if (place.isSection) section = place.start;
    return { ...place, section };
  });
}

/**
 * The index of the first place that is `size` characters after that at `at`, and beyond the one at
 * `beyond`; where a long section begins between, of its start.
 */
export function placeAfter(
  places: readonly Place[],
  at: number,
  size: number,
  beyond = at,
): number {
  const { start = 0, section = 0 } = places[at] ?? {};
  let next = beyond + 1;
  while (places[next] && !places[next]?.isSure && (places[next]?.start ?? 0) < start + size)
    next += 1;
  const far = places[next]?.section ?? 0;
  if (far === section) return next;
  const nearer = places.slice(beyond + 1, next).findIndex((place) => place.start === far);
  return nearer === -1 ? next : beyond + 1 + nearer;
}

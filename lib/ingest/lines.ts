/** A line of a text: what it says, the offset that it begins at, and its number from 1. */
export type Line = { text: string; start: number; number: number };

/** The lines of a text as Markdown counts them: each of the three line ends is one. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ text: text.slice(start, index), start, number: lines.length + 1 });
    start = index + end.length;
  }
  lines.push({ text: text.slice(start), start, number: lines.length + 1 });
  return lines;
}

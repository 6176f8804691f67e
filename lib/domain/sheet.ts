/** Lines of a printed page's two columns, but for its title, and how many characters one has. */
const LINES = 118;
const CHARACTERS = 47;
/** What a point’s last marks take. */
const MARKS = 12;

/**
 * The first of some questions whose prompts and key points fit on one printed page, in two columns; one
 * at least. Each is there with all of its points, or it is not.
 */
export function fittingOnPage<T extends { prompt: string; points: readonly { text: string }[] }>(
  questions: readonly T[],
): T[] {
  let left = LINES;
  const fitting: T[] = [];
  for (const question of questions) {
    left -= linesOf(question);
    if (left < 0 && fitting.length > 0) break;
    fitting.push(question);
  }
  return fitting;
}

function linesOf({ prompt, points }: { prompt: string; points: readonly { text: string }[] }) {
  const between = 1;
  const lengths = [prompt.length, ...points.map(({ text }) => text.length + MARKS)];
  return lengths.reduce(
    (lines, length) => lines + Math.max(1, Math.ceil(length / CHARACTERS)),
    between,
  );
}

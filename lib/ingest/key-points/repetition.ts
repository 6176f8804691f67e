/**
 * Whether two points say the same: in the same words, or under the same title in mostly the same.
 * "LEFT JOIN: All left rows, …" and "RIGHT JOIN: All right rows, …" don't.
 */
export function saysTheSame(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (a === b) return true;
  const titleEnd = a.indexOf(": ");
  if (titleEnd === -1 || !b.startsWith(a.slice(0, titleEnd + 2))) return false;
  const [words, others] = [wordsOf(a.slice(titleEnd)), wordsOf(b.slice(titleEnd))];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared >= MOSTLY * Math.min(words.size, others.size);
}

const MOSTLY = 0.7;

function wordsOf(text: string): Set<string> {
  return new Set(text.match(/[\p{L}\p{N}]+/gu));
}

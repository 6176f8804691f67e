const reported = new Set<string>();

/** Says on the error output what someone should look at, in a sentence; the same thing once. */
export function reportOnce(sentence: string): void {
  if (reported.has(sentence)) return;
  reported.add(sentence);
  console.error(sentence);
}

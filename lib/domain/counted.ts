/** `1 question`, `10 questions`: of nouns that take an s. */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

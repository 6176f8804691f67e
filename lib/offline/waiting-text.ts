import type { OutboxEntry } from "./outbox-entry";

/** What waits to be sent, called what it is: `2 grades and an undo wait to be sent`. */
export function waitingText(waiting: readonly OutboxEntry[]): string {
  const kinds = waiting.map((entry) => (entry.kind === "review" ? "grade" : entry.action.kind));
  const parts = NAMES.flatMap(([one, several, of]) => {
    const count = kinds.filter((kind) => of.includes(kind)).length;
    return count === 0 ? [] : [count === 1 ? one : `${count} ${several}`];
  });
  const [first = "", ...others] = parts;
  const last = others.pop();
  const listed = last === undefined ? first : `${[first, ...others].join(", ")} and ${last}`;
  const waits = waiting.length === 1 ? "waits" : "wait";
  return `${listed.charAt(0).toUpperCase()}${listed.slice(1)} ${waits} to be sent`;
}

const NAMES: readonly [one: string, several: string, kinds: readonly string[]][] = [
  ["a grade", "grades", ["grade"]],
  ["an undo", "undos", ["undo"]],
  ["another act", "other acts", ["suspend", "resume", "bury", "flag", "asked", "reset"]],
];

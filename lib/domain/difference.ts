/** A stretch of two texts compared; a long one that is in both is folded to its number of words. */
export type Difference =
  { kind: "same" | "added" | "removed"; text: string } | { kind: "folded"; words: number };

/** A stretch as a comparison finds it: in both texts, only in the new, or only in the old. */
export type Stretch = { value: string; added: boolean; removed: boolean };

/** Folding so few words would spare nothing. */
const FEW = 12;

/**
 * Stretches made readable: changes parted only by spaces become one removal and one addition, and
 * what is long and in both is folded but for some 80 characters next to a change.
 */
export function readableDifference(stretches: readonly Stretch[]): Difference[] {
  const runs: { old: string; now: string; changed: boolean }[] = [];
  for (const [i, { value, added, removed }] of stretches.entries()) {
    const last = runs.at(-1);
    const bridge = value.trim() === "" && last?.changed === true && i < stretches.length - 1;
    const changed = added || removed || bridge;
    const old = added ? "" : value;
    const now = removed ? "" : value;
    if (last && last.changed === changed) {
      last.old += old;
      last.now += now;
    } else runs.push({ old, now, changed });
  }
  return runs.flatMap(({ old, now, changed }, i): Difference[] => {
    if (!changed) return folded(now, { first: i === 0, last: i === runs.length - 1 });
    const removed: Difference = { kind: "removed", text: old };
    const added: Difference = { kind: "added", text: now };
    return [removed, added].filter(({ text }) => text !== "");
  });
}

/** What is the same, less what lies far from any change. */
function folded(text: string, at: { first: boolean; last: boolean }): Difference[] {
  const head = at.first ? "" : (/^[^]{80}\S*/.exec(text)?.[0] ?? text);
  const tail = at.last ? "" : (/\S*[^]{80}$/.exec(text)?.[0] ?? text);
  const middle = text.slice(head.length, -tail.length || undefined);
  const words = middle.split(/\s+/).filter((word) => word !== "").length;
  if (words < FEW) return [{ kind: "same", text }];
  const parts: Difference[] = [
    { kind: "same", text: head },
    { kind: "folded", words },
    { kind: "same", text: tail },
  ];
  return parts.filter((part) => part.kind === "folded" || part.text !== "");
}

/**
 * Documents in groups: those that exchange something, over however many others, are together, and
 * are written together or not at all. In the order of each group's first document.
 */
export function groupDocuments(
  documents: readonly string[],
  exchanges: Iterable<readonly [string, string]>,
): string[][] {
  const parents = new Map(documents.map((id) => [id, id]));
  for (const [a, b] of exchanges) {
    const [first, second] = [rootOf(parents, a), rootOf(parents, b)];
    if (first !== null && second !== null) parents.set(second, first);
  }
  const groups = new Map<string, string[]>();
  for (const id of documents) {
    const root = rootOf(parents, id) ?? id;
    groups.set(root, [...(groups.get(root) ?? []), id]);
  }
  return [...groups.values()];
}

/** Null for a document that is none of these. */
function rootOf(parents: Map<string, string>, id: string): string | null {
  const parent = parents.get(id);
  if (parent === undefined || parent === id) return parent ?? null;
  const root = rootOf(parents, parent);
  // The way is short next time.
  if (root !== null) parents.set(id, root);
  return root;
}

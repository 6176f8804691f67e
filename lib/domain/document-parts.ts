import { remembered } from "./remembered";
import type { Group, Standing, Standings } from "./standing";

/** Questions of a topic that follow each other. */
export type Part = { topic: string; standings: Standing[] };

/** Questions in their document's order, parted where the topic changes. */
export function documentParts(standings: readonly Standing[]): Part[] {
  const parts: Part[] = [];
  for (const standing of standings) {
    const last = parts.at(-1);
    if (last?.topic === standing.topic) last.standings.push(standing);
    else parts.push({ topic: standing.topic, standings: [standing] });
  }
  return parts;
}

/** The questions of a document by their topics, in its order; the same until one of a topic's changes. */
export function groupsOfDocument(standings: Standings, documentId: string): Group[] {
  return [...standings.values()]
    .flatMap((group) => {
      const own = byDocument(group).get(documentId);
      return own ? [own] : [];
    })
    .toSorted(([a], [b]) => (a && b ? byPosition(a, b) : 0));
}

const byDocument = remembered((group): ReadonlyMap<string, Group> => {
  const documents = new Map<string, Standing[]>();
  for (const standing of group.toSorted(byPosition)) {
    const own = documents.get(standing.documentId);
    if (own) own.push(standing);
    else documents.set(standing.documentId, [standing]);
  }
  return documents;
});

/** As a document has its questions. */
export function byPosition(a: Standing, b: Standing): number {
  return a.position - b.position;
}

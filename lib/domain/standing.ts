import type { SeenMemory } from "./memory";

/** How a question in use stands with a learner: what pages count, and the queue is ordered by. */
export type Standing = {
  id: string;
  topicId: string;
  /** Its topic's address. */
  topic: string;
  documentId: string;
  /** In its document. */
  position: number;
  /** By its document, or by the learner. */
  isAnswered: boolean;
  suspended: boolean;
  buriedUntil: Date | null;
} & (
  | { state: "new"; dueAt: null }
  | ({ state: SeenMemory["phase"] } & Pick<
      SeenMemory,
      "dueAt" | "stability" | "lastStudyDay" | "lapses"
    >)
);

/** How all questions in use stand, by their topics' addresses; in no order. */
export type Standings = ReadonlyMap<string, readonly Standing[]>;

/** The questions of a topic with all below it; of all topics where it is null. */
export function standingsWithin(all: Standings, topic: string | null): Standing[] {
  return [...all]
    .filter(([path]) => topic === null || path === topic || path.startsWith(`${topic}/`))
    .flatMap(([, standings]) => standings);
}

/** Questions in use, and how many of them neither their document nor the learner answers. */
export type Held = { questions: number; unanswered: number };

/** What each document holds, by its id, where it holds anything. */
export function heldByDocuments(all: Standings): Map<string, Held> {
  const byDocument = new Map<string, Held>();
  for (const { documentId, isAnswered } of standingsWithin(all, null)) {
    const held = byDocument.get(documentId) ?? { questions: 0, unanswered: 0 };
    held.questions += 1;
    if (!isAnswered) held.unanswered += 1;
    byDocument.set(documentId, held);
  }
  return byDocument;
}

/** The order of lists: by topic, and in each as its documents have them. */
export function byTopic(a: Standing, b: Standing): number {
  return compare(a.topicId, b.topicId) || a.position - b.position || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

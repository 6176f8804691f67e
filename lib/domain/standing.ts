import type { SeenMemory } from "./memory";
import type { QuestionPoints } from "./point-sums";

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
  /** In an interview, as the learner says. */
  asked: boolean;
  flagged: boolean;
  leech: boolean;
  /** Whether one of its key points slips. */
  slipping: boolean;
  /** How its key points went, those that it has for the learner, and how many these are. */
  points: QuestionPoints & { of: number };
} & (
  | { state: "new"; dueAt: null }
  | ({ state: SeenMemory["phase"] } & Pick<
      SeenMemory,
      "dueAt" | "stability" | "difficulty" | "lastStudyDay" | "lapses"
    >)
);

/** How questions stand; never changed, so that what was made of them can be remembered. */
export type Group = readonly Standing[];

/** How all questions in use stand, by their topics' addresses; in no order. */
export type Standings = ReadonlyMap<string, Group>;

/** The questions of a topic with all below it, topic by topic; of all topics where it is null. */
export function groupsWithin(all: Standings, topic: string | null): Group[] {
  return [...all]
    .filter(([path]) => topic === null || path === topic || path.startsWith(`${topic}/`))
    .map(([, group]) => group);
}

/** The same of every topic at once. */
export function groupsByTopic(all: Standings): Map<string, Group[]> {
  const within = new Map<string, Group[]>();
  for (const [path, group] of all)
    for (let end = path.length; end !== -1; end = path.lastIndexOf("/", end - 1)) {
      const topic = path.slice(0, end);
      const groups = within.get(topic);
      if (groups) groups.push(group);
      else within.set(topic, [group]);
    }
  return within;
}

/** By character codes, as the store compares ids. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

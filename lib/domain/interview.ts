/** How much a topic matters to an interview: 0 not at all, 3 most. */
export type Importance = 0 | 1 | 2 | 3;

export type TopicImportance = {
  /** A topic's path: it counts for all below it that is not named itself. */
  topic: string;
  importance: Importance;
};

/** An interview that a learner prepares for. */
export type Interview = {
  id: string;
  /** Company, role, round. */
  title: string;
  at: Date;
  minutesPerDay: number;
  /** On which days of the week there is time: 1 for Monday to 7 for Sunday. */
  days: number[];
  topics: TopicImportance[];
  /** At most one is: recall is told for its day, and a day's questions are chosen for it. */
  active: boolean;
  /** When the learner said that it was over; null until then. */
  endedAt: Date | null;
};

/** Of a topic that nobody says anything of. */
export const USUAL_IMPORTANCE: Importance = 1;

/** Tells how much a topic matters: as much as the nearest that is named, it or one above it. */
export function importanceIn(topics: readonly TopicImportance[]): (path: string) => Importance {
  const named = new Map(topics.map(({ topic, importance }) => [topic, importance]));
  return function importance(path: string): Importance {
    const own = named.get(path);
    if (own !== undefined) return own;
    const above = path.lastIndexOf("/");
    return above === -1 ? USUAL_IMPORTANCE : importance(path.slice(0, above));
  };
}

/** How far away an interview is, by whole study days: `today`, `tomorrow`, `in 9 days`. */
export function awayText(days: number): string {
  if (days <= 0) return "today";
  return days === 1 ? "tomorrow" : `in ${days} days`;
}

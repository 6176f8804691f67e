import { waitsAs } from "./queue";
import { type Moment, rememberedAt } from "./remembered";
import type { Group, Standing } from "./standing";

/** What a list marks questions by, and is narrowed to, in the order in which it names them. */
export const MARKS = [
  "due",
  "new",
  "slipping",
  "leech",
  "flagged",
  "asked",
  "suspended",
  "buried",
] as const;
export type Mark = (typeof MARKS)[number];

/** How many questions have each mark. */
export type MarkCounts = Record<Mark, number>;

/** A mark in words; what has it is that. */
export const MARK_WORDS: Record<Mark, string> = {
  due: "due",
  new: "new",
  slipping: "slipping",
  leech: "often forgotten",
  flagged: "flagged",
  asked: "asked",
  suspended: "suspended",
  buried: "put off",
};

/** The marks of a question at a moment. */
export function marksOf(standing: Standing, moment: Moment): Mark[] {
  return MARKS.filter((mark) => HAS[mark](standing, moment));
}

/** Whether a question has a mark at a moment. */
export function hasMark(standing: Standing, mark: Mark, moment: Moment): boolean {
  return HAS[mark](standing, moment);
}

const HAS: Record<Mark, (standing: Standing, moment: Moment) => boolean> = {
  due: (standing, moment) => {
    const waits = waitsAs(standing, moment);
    return waits === "review" || waits === "learning";
  },
  new: ({ state }) => state === "new",
  slipping: ({ slipping }) => slipping,
  leech: ({ leech }) => leech,
  flagged: ({ flagged }) => flagged,
  asked: ({ asked }) => asked,
  suspended: ({ suspended }) => suspended,
  buried: ({ suspended, buriedUntil }, { now }) =>
    !suspended && buriedUntil !== null && buriedUntil.getTime() > now.getTime(),
};

/** How many of some questions have each mark at a moment. */
export const marksIn = rememberedAt((group: Group, moment): MarkCounts => {
  const counts = { ...NO_MARKS };
  for (const standing of group)
    for (const mark of MARKS) if (HAS[mark](standing, moment)) counts[mark] += 1;
  return counts;
});

/** The counts of several groups together. */
export function sumOfMarks(all: readonly MarkCounts[]): MarkCounts {
  const sum = { ...NO_MARKS };
  for (const counts of all) for (const mark of MARKS) sum[mark] += counts[mark];
  return sum;
}

const NO_MARKS: MarkCounts = {
  due: 0,
  new: 0,
  slipping: 0,
  leech: 0,
  flagged: 0,
  asked: 0,
  suspended: 0,
  buried: 0,
};

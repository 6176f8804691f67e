import { type MarkCounts, sumOfMarks } from "./list-marks";
import type { Allowance, QueueCounts } from "./queue";

/**
 * The identity of a topic: its titles from the topmost down, without regard to case, spacing or
 * the form of characters. The same titles elsewhere in the tree are another topic.
 */
export function topicKey(titles: readonly string[]): string {
  // A title may hold the mark that parts titles.
  return titles.map((title) => normalise(title).replaceAll(/[\\›]/g, "\\$&")).join(" › ");
}

/**
 * A title as a part of an address: letters and digits of every script, `-` between words.
 * `C++` → `c-plus-plus`, `C#` → `c-sharp`, `ECS/EKS` → `ecs-eks`. Never empty.
 */
export function slug(title: string): string {
  const words = normalise(title)
    .replaceAll("+", " plus ")
    .replaceAll("#", " sharp ")
    .replaceAll(/['’]/g, "")
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return words?.join("-") ?? "topic";
}

/** The first of `slug`, `slug-2`, `slug-3`… that is not taken. */
export function freeSlug(wanted: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  let number = 2;
  while (isTaken(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

function normalise(title: string): string {
  return title.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim();
}

/** What is known of some questions in use. */
export type TopicFigures = {
  questions: number;
  /** Graded at least once. */
  seen: number;
  /** Before the day's limits. */
  waiting: QueueCounts;
  /** How many have which mark, before the day's limits too. */
  marks: MarkCounts;
  /** Of the seen ones not suspended, those last graded before today: what recall is told from. */
  rated: number;
  /** Predicted recall today, summed over the rated ones. */
  recallSum: number;
  /** Of the seen ones not suspended, those graded today: their recall can't be told before tomorrow. */
  gradedToday: number;
  /** Times that a question in review was forgotten. */
  lapses: number;
};

/** A topic with those in it; its figures count all below. */
export type TopicNode = TopicFigures & {
  title: string;
  path: string;
  /** What to study of it now, after the day's limits, and what they hold back. */
  counts: QueueCounts;
  heldBack: Allowance;
  /** The recall that its learner wants of it, 0–1. */
  desiredRetention: number;
  children: TopicNode[];
};

/** Mean predicted recall, 0–1, of the questions that it can be told from; null when there is none. */
export function meanRecall({ rated, recallSum }: Pick<TopicFigures, "rated" | "recallSum">) {
  return rated === 0 ? null : recallSum / rated;
}

/**
 * How much of what was seen would be recalled today, with what that rests on, the same wherever it
 * is told. What was graded today is told apart. Null when nothing was seen.
 */
export function recallText(figures: TopicFigures): string | null {
  const { seen, rated, gradedToday } = figures;
  const recall = meanRecall(figures);
  if (seen === 0) return null;
  if (rated + gradedToday === 0) return `${seen} suspended`;
  const parts = [
    recall !== null && `${recallPercent(recall)}\u00a0% recall of ${rated}`,
    gradedToday > 0 && `${gradedToday} graded today`,
  ];
  return parts.filter((part) => part !== false).join(", ");
}

/** Predicted recall in whole percent. Never 100: no recall is certain. */
export function recallPercent(recall: number): number {
  return Math.min(99, Math.round(recall * 100));
}

/** The figures of several topics together. */
export function sumOfFigures(all: readonly TopicFigures[]): TopicFigures {
  const add = (one: (figures: TopicFigures) => number) =>
    all.reduce((sum, figures) => sum + one(figures), 0);
  return {
    questions: add(({ questions }) => questions),
    seen: add(({ seen }) => seen),
    waiting: {
      new: add(({ waiting }) => waiting.new),
      learning: add(({ waiting }) => waiting.learning),
      review: add(({ waiting }) => waiting.review),
    },
    marks: sumOfMarks(all.map(({ marks }) => marks)),
    rated: add(({ rated }) => rated),
    recallSum: add(({ recallSum }) => recallSum),
    gradedToday: add(({ gradedToday }) => gradedToday),
    lapses: add(({ lapses }) => lapses),
  };
}

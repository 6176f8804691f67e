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

/** A topic with those in it; its figures count all below. */
export type TopicNode = TopicFigures & { title: string; path: string; children: TopicNode[] };

export type TopicFigures = {
  /** In use. */
  questions: number;
  /** Graded at least once. */
  seen: number;
  /** Of the seen ones, those due by the end of the study day. */
  due: number;
  /** Predicted recall today, summed over the seen ones. */
  recallSum: number;
  /** Times that a question in review was forgotten. */
  lapses: number;
};

/** Mean predicted recall of the questions seen, 0–1; null when none was. */
export function meanRecall({ seen, recallSum }: TopicFigures): number | null {
  return seen === 0 ? null : recallSum / seen;
}

/**
 * How much of what was seen would be recalled today, with what that rests on, the same wherever it
 * is told. Null when nothing was seen.
 */
export function recallText(figures: TopicFigures): string | null {
  const percent = recallPercent(figures);
  return percent === null ? null : `${percent}\u00a0% recall of ${figures.seen} seen`;
}

/** Mean predicted recall in whole percent; null when nothing was seen. */
export function recallPercent(figures: TopicFigures): number | null {
  const recall = meanRecall(figures);
  return recall === null ? null : Math.round(recall * 100);
}

/** The figures of several topics together. */
export function sumOfFigures(all: readonly TopicFigures[]): TopicFigures {
  const sum = { questions: 0, seen: 0, due: 0, recallSum: 0, lapses: 0 };
  for (const { questions, seen, due, recallSum, lapses } of all) {
    sum.questions += questions;
    sum.seen += seen;
    sum.due += due;
    sum.recallSum += recallSum;
    sum.lapses += lapses;
  }
  return sum;
}

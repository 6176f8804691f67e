import type { Importance } from "./interview";
import { type MarkCounts, sumOfMarks } from "./list-marks";
import { type PointCount, sumOfPoints } from "./point-recall";
import type { HeldBack, QueueCounts } from "./queue";
import { readinessOf } from "./readiness";

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
  /** Not suspended, these four: recalled as well as is wanted, on the day that recall is told for. */
  firm: number;
  /** Seen, and recalled less well. */
  shaky: number;
  unseen: number;
  /** Graded on the day that recall is told for: FSRS says nothing of them before the next. */
  gradedToday: number;
  /** Predicted recall on that day, summed over the firm and shaky ones. */
  recallSum: number;
  /** The same of recall × (1 − recall): how far what is recalled may be from what is predicted. */
  spread: number;
  /** Of the points of the firm, shaky and unseen ones: how many would be given on that day. */
  points: PointCount;
  /** On how many reviews that rests. */
  pointReviews: number;
  /** These by how much questions matter, for readiness. */
  weighed: Weighed;
  /** Times that a question in review was forgotten. */
  lapses: number;
};

/** Sums over questions whose recall is told, or that are not seen, each as often as it matters. */
export type Weighed = {
  weight: number;
  recall: number;
  /** Of the squares. */
  spread: number;
  slope: number;
  /** Those of questions that matter. */
  points: PointCount;
};

/** A topic with those in it; its figures count all below. */
export type TopicNode = TopicFigures & {
  title: string;
  path: string;
  /** What to study of it now, after the day's limits, and what they hold back. */
  counts: QueueCounts;
  heldBack: HeldBack;
  /** The recall that its learner wants of it, 0–1. */
  desiredRetention: number;
  /** How much it matters to the interview that is prepared for; 1 without one. */
  importance: Importance;
  children: TopicNode[];
};

/** How many of some questions recall is told of: the seen ones that were not graded on that day. */
export function ratedIn({ firm, shaky }: Pick<TopicFigures, "firm" | "shaky">): number {
  return firm + shaky;
}

/** What a topic's bar tells apart, and its words: those that recall is told of, and those not seen. */
export type Parts = Pick<TopicFigures, "firm" | "shaky" | "unseen" | "gradedToday">;

/**
 * Some questions in their parts, those that there are: `12 firm, 5 shaky, 8 not seen`. Firm is what
 * would be recalled as well as is wanted on the day that recall is told for.
 */
export function partsText(figures: Parts & Pick<TopicFigures, "questions">): string {
  const { questions, firm, shaky, unseen, gradedToday } = figures;
  const suspended = questions - firm - shaky - unseen - gradedToday;
  const parts = [
    firm > 0 && `${firm}\u00a0firm`,
    shaky > 0 && `${shaky}\u00a0shaky`,
    gradedToday > 0 && `${gradedToday}\u00a0graded\u00a0today`,
    unseen > 0 && `${unseen}\u00a0not\u00a0seen`,
    suspended > 0 && `${suspended}\u00a0suspended`,
  ];
  return parts.filter((part) => part !== false).join(", ");
}

/**
 * How some questions stand and how much of them would be recalled, with what that rests on, the same
 * wherever it is told: `12 firm, 5 shaky, 8 not seen; 64 % recall of all 25`. One never seen counts as
 * not recalled; what was graded on that day, and what is suspended, is in no recall.
 */
export function recallText(figures: TopicFigures): string {
  const { questions, unseen } = figures;
  const parts = partsText(figures);
  const told = readinessOf(figures);
  const of = ratedIn(figures) + unseen;
  if (told === null || ratedIn(figures) === 0) return parts;
  const all = of === questions ? "all\u00a0" : "";
  const rest = questions === 1 ? "" : ` of ${all}${of}`;
  return `${parts}; ${recallPercent(told.readiness)}\u00a0%\u00a0recall${rest}`;
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
    firm: add(({ firm }) => firm),
    shaky: add(({ shaky }) => shaky),
    unseen: add(({ unseen }) => unseen),
    gradedToday: add(({ gradedToday }) => gradedToday),
    recallSum: add(({ recallSum }) => recallSum),
    spread: add(({ spread }) => spread),
    points: sumOfPoints(all.map(({ points }) => points)),
    pointReviews: add(({ pointReviews }) => pointReviews),
    weighed: {
      weight: add(({ weighed }) => weighed.weight),
      recall: add(({ weighed }) => weighed.recall),
      spread: add(({ weighed }) => weighed.spread),
      slope: add(({ weighed }) => weighed.slope),
      points: sumOfPoints(all.map(({ weighed }) => weighed.points)),
    },
    lapses: add(({ lapses }) => lapses),
  };
}

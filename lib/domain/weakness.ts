import {
  type Cause,
  CAUSES,
  type LostPoint,
  MOST_NAMED,
  mostLost,
  none,
  type Part,
  type Weakness,
} from "./causes";
import { ratedIn, type TopicFigures, type TopicNode } from "./topic";

/** Questions of a topic that are lost by one cause. */
export type WeakArea = {
  path: string;
  /** Its title and those above it, topmost first. */
  titles: string[];
  cause: Cause;
  questions: number;
  /** How much they matter together: as many as they are, without an interview. */
  weight: number;
  /** Importance × (1 − recall), summed over them; of half-known ones, the share of points lost. */
  loss: number;
  /** The first of them. */
  ids: string[];
  /** Those of their points that are lost most. */
  points: LostPoint[];
};

/** With fewer questions, a topic's are told with those of the one around it. */
export const ENOUGH_IN_AREA = 3;

/** With fewer questions to tell from in all, nothing is said of what is forgotten. */
export const ENOUGH_RATED = 10;

/** What there is to tell from, where that is too little to say what is forgotten. */
export function tooFewText(figures: TopicFigures): string {
  const { gradedToday } = figures;
  const today = gradedToday === 0 ? "" : `; ${gradedToday} graded today count from tomorrow on`;
  return `${ratedIn(figures)} of ${ENOUGH_RATED} questions studied before today${today}.`;
}

/** What is said where there is enough to say, and no area. */
export const NOTHING_WEAK = "You would recall as much of every topic as you want to.";

/** The figure of an area as a page prints it: how many questions are lost, to a tenth. */
export function shownLoss({ loss }: Pick<WeakArea, "loss">): number {
  return Math.round(loss * 10) / 10;
}

/**
 * What is lost, by topic and cause, most first: leaves, and a topic around them only for what is too
 * little in each of them to be told by itself. Nothing that is recalled as well as is wanted of its topic,
 * nothing that does not matter, and what is forgotten only where there is enough to tell it from.
 */
export function weakAreas(
  topics: readonly TopicNode[],
  { weaknessIn, enough }: { weaknessIn: (path: string) => Weakness | null; enough: boolean },
): WeakArea[] {
  const causes = CAUSES.filter((cause) => enough || cause !== "forgotten");
  return causes
    .flatMap((cause) => topics.flatMap((topic) => areasIn(topic, cause)))
    .filter(({ loss }) => shownLoss({ loss }) > 0)
    .toSorted((a, b) => b.loss - a.loss || (a.path < b.path ? -1 : 1));

  function areasIn(topic: TopicNode, cause: Cause): WeakArea[] {
    const { areas, rest } = within(topic, cause, []);
    // What was never seen, or goes wrong again and again, is told however little it is.
    const is = rest.questions > 0 && cause !== "forgotten";
    return is ? [...areas, areaOf(topic, [topic.title], cause, rest)] : areas;
  }

  /** The areas of a topic with all below it, and what is too little for one. */
  function within(topic: TopicNode, cause: Cause, above: readonly string[]): Within {
    const titles = [...above, topic.title];
    const below = topic.children.map((child) => within(child, cause, titles));
    const areas = below.flatMap((one) => one.areas);
    const part = weaknessIn(topic.path)?.parts[cause] ?? none();
    const rest = together([weighed(part, topic.importance), ...below.map((one) => one.rest)]);
    if (rest.questions < (ALONE.has(cause) ? 1 : ENOUGH_IN_AREA)) return { areas, rest };
    // Points that are stuck are lost whatever is recalled besides.
    const isWeak =
      cause === "half-known" || 1 - rest.lost / rest.questions < topic.desiredRetention;
    return {
      areas: isWeak ? [...areas, areaOf(topic, titles, cause, rest)] : areas,
      rest: weighed(none(), 1),
    };
  }
}

/** One such question is worth a word. */
const ALONE: ReadonlySet<Cause> = new Set(["unstable", "half-known"]);

type Weighed = Part & { weight: number; loss: number };
type Within = { areas: WeakArea[]; rest: Weighed };

function weighed(part: Part, importance: number): Weighed {
  return { ...part, weight: importance * part.questions, loss: importance * part.lost };
}

function together(all: readonly Weighed[]): Weighed {
  const sum = (of: (one: Weighed) => number) => all.reduce((total, one) => total + of(one), 0);
  return {
    questions: sum(({ questions }) => questions),
    lost: sum(({ lost }) => lost),
    weight: sum(({ weight }) => weight),
    loss: sum(({ loss }) => loss),
    ids: all.flatMap(({ ids }) => ids).slice(0, MOST_NAMED),
    points: mostLost(all.flatMap(({ points }) => points)),
  };
}

function areaOf(
  { path }: TopicNode,
  titles: string[],
  cause: Cause,
  { questions, weight, loss, ids, points }: Weighed,
): WeakArea {
  return { path, titles, cause, questions, weight, loss, ids, points };
}

import { isStuck } from "./point-history";
import { pointChances, type PointModel } from "./point-recall";
import type { PointSums } from "./point-sums";
import { recallAt, type ToldFor } from "./recall-at";
import { rememberedBy } from "./remembered";
import type { Group, Standing } from "./standing";

/** Why questions would be lost, each with a remedy of its own. */
export const CAUSES = ["unseen", "forgotten", "unstable", "half-known"] as const;
export type Cause = (typeof CAUSES)[number];

/** A key point that is lost, and how it went. */
export type LostPoint = {
  keyPointId: string;
  questionId: string;
  missed: number;
  wrong: number;
  assessed: number;
  /** That it is given on the day that recall is told for, 0–1. */
  chance: number;
};

/** The questions of one cause. */
export type Part = {
  questions: number;
  /** What is lost of them: 1 − recall, summed; of half-known ones, the share of points. */
  lost: number;
  /** The first of them. */
  ids: string[];
  /** Those of their points that are lost most. */
  points: LostPoint[];
};

/** Some questions by cause, and the points that are lost most of all of them. */
export type Weakness = { parts: Record<Cause, Part>; points: LostPoint[] };

/** What losses are told from. */
export type LossTold = ToldFor & { pointModel: PointModel };

/** So many questions are named, and points. */
export const MOST_NAMED = 30;
export const MOST_POINTS = 8;

/**
 * Some questions by why they would be lost, each by one cause: one never seen; one with points that are
 * missed or said wrongly again and again; one that was forgotten again and again; and all others, by what
 * is forgotten of them. Left out are those put away, and those graded on the day that recall is told for, of
 * which only points are known.
 */
export const weaknessOf = rememberedBy((group: Group, told: LossTold): Weakness => {
  const recall = recallAt(told);
  const parts = { unseen: none(), forgotten: none(), unstable: none(), "half-known": none() };
  let all: LostPoint[] = [];
  for (const standing of group) {
    if (standing.suspended) continue;
    if (standing.state === "new") {
      add(parts.unseen, standing, 1, []);
      continue;
    }
    const then = recall(standing);
    const known = lossOfPoints(standing, then ?? recallNextDay(standing, told), told.pointModel);
    all = mostLost([...all, ...known.lost]);
    if (known.stuck.length > 0 && !standing.leech)
      add(parts["half-known"], standing, known.share, known.stuck);
    else if (then !== null)
      add(parts[isUnstable(standing) ? "unstable" : "forgotten"], standing, 1 - then, known.lost);
  }
  return { parts, points: all };
});

/** Those lost most first. */
export function mostLost(points: readonly LostPoint[], limit = MOST_POINTS): LostPoint[] {
  return points
    .toSorted((a, b) => a.chance - b.chance || (a.keyPointId < b.keyPointId ? -1 : 1))
    .slice(0, limit);
}

export function none(): Part {
  return { questions: 0, lost: 0, ids: [], points: [] };
}

function add(part: Part, { id }: Standing, lost: number, points: readonly LostPoint[]): void {
  part.questions += 1;
  part.lost += lost;
  if (part.ids.length < MOST_NAMED) part.ids.push(id);
  if (points.length > 0) part.points = mostLost([...part.points, ...points]);
}

/** Forgotten so often that the next grade hardly helps: three times, or twice where it is hard as well. */
function isUnstable(standing: Standing): boolean {
  if (standing.state === "new") return false;
  const { lapses, difficulty } = standing;
  return lapses >= LAPSES || (lapses >= LAPSES - 1 && difficulty >= HARD);
}

const LAPSES = 3;
/** Of 10. */
const HARD = 8;

function recallNextDay(standing: Standing, told: LossTold): number {
  if (standing.state === "new") return 0;
  return recallAt({ ...told, recallDay: standing.lastStudyDay + 1 })(standing) ?? 0;
}

/** Of a question recalled with a chance: its points that were ever lost, those stuck, and the share lost of all. */
export function lossOfPoints(
  { id: questionId, points }: Standing,
  recall: number,
  model: PointModel,
): { share: number; lost: LostPoint[]; stuck: LostPoint[] } {
  if (points.points.every(isGiven)) return NOTHING_LOST;
  const { ofPoint, ofOthers } = pointChances(points, recall, model);
  const told = points.points.map((point) => {
    const { id: keyPointId, missed, wrong, assessed } = point;
    const chance = Math.min(ofPoint.get(keyPointId) ?? ofOthers, latelyChance(point));
    return { point, lost: { keyPointId, questionId, missed, wrong, assessed, chance } };
  });
  const others = points.of - told.length;
  const expected = told.reduce((sum, { lost }) => sum + lost.chance, others * ofOthers);
  return {
    share: 1 - expected / points.of,
    lost: told.flatMap(({ point, lost }) => (isGiven(point) ? [] : [lost])),
    stuck: told.flatMap(({ point, lost }) => (isStuck(point.lately) ? [lost] : [])),
  };
}

const NOTHING_LOST = { share: 0, lost: [], stuck: [] };

function isGiven({ missed, wrong }: PointSums): boolean {
  return missed + wrong === 0;
}

/**
 * Of a point that is stuck, the rule of succession over its last reviews: what goes wrong three times
 * running is not waited on until all of a learner's points are seen to differ.
 */
function latelyChance({ lately }: PointSums): number {
  if (!isStuck(lately)) return 1;
  const recalled = lately.filter((outcome) => outcome === "recalled").length;
  return (recalled + 1) / (lately.length + 2);
}

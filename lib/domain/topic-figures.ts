import { type Importance, USUAL_IMPORTANCE } from "./interview";
import { marksIn } from "./list-marks";
import { expectedPoints, NO_COUNT, PLAIN_MODEL, type PointModel } from "./point-recall";
import { recallAt, type ToldFor } from "./recall-at";
import { type Moment, remembered, rememberedBy, rememberedFor } from "./remembered";
import type { Group } from "./standing";
import type { TopicFigures } from "./topic";
import { waiting } from "./waiting";

/** What of questions beside them and the time makes figures of them. */
type Told = {
  /** The recall that their learner wants of them, 0–1. */
  desiredRetention: number;
  importance?: Importance;
  /** How the learner's points come with their questions. */
  pointModel?: PointModel;
};

/** What is known of some questions in use, which matter alike. */
export function figuresOf(
  group: Group,
  moment: Moment,
  { desiredRetention, importance = USUAL_IMPORTANCE, pointModel = PLAIN_MODEL }: Told,
): TopicFigures {
  const recall = recallOf(group, moment, desiredRetention);
  const { firm, shaky, unseen, recallSum, spread } = recall;
  const points = pointsOf(group, toldFor(moment, pointModel));
  return {
    questions: group.length,
    waiting: waiting(group, moment),
    marks: marksIn(group, moment),
    ...seenOf(group),
    ...recall,
    points,
    pointReviews: pointReviewsOf(group).sum,
    weighed: {
      weight: importance * (firm + shaky + unseen),
      recall: importance * recallSum,
      spread: importance ** 2 * spread,
      slope: importance * spread,
      points: importance > 0 ? points : NO_COUNT,
    },
  };
}

const seenOf = remembered((group) => {
  const sum = { seen: 0, lapses: 0 };
  for (const standing of group) {
    if (standing.state === "new") continue;
    sum.seen += 1;
    sum.lapses += standing.lapses;
  }
  return sum;
});

const recallOf = rememberedFor((group, moment, desiredRetention) => {
  const recall = recallAt(moment);
  const sum = { firm: 0, shaky: 0, unseen: 0, gradedToday: 0, recallSum: 0, spread: 0 };
  for (const standing of group) {
    if (standing.suspended) continue;
    const then = recall(standing);
    if (standing.state === "new") sum.unseen += 1;
    else if (then === null) sum.gradedToday += 1;
    else {
      sum[then >= desiredRetention ? "firm" : "shaky"] += 1;
      sum.recallSum += then;
      sum.spread += then * (1 - then);
    }
  }
  return sum;
});

type PointsTold = ToldFor & { pointModel: PointModel };

const tolds = new WeakMap<Moment, PointsTold>();

/** The same for all topics of a moment. */
function toldFor(moment: Moment, pointModel: PointModel): PointsTold {
  const known = tolds.get(moment);
  if (known?.pointModel === pointModel) return known;
  const { recallDay, weights } = moment;
  const told = { recallDay, weights, pointModel };
  tolds.set(moment, told);
  return told;
}

const pointReviewsOf = remembered((group) => ({
  sum: group.reduce((sum, { points }) => sum + points.shares.reviews, 0),
}));

const pointsOf = rememberedBy((group: Group, { pointModel, ...told }: PointsTold) => {
  const recall = recallAt(told);
  const count = { ...NO_COUNT };
  for (const standing of group) {
    if (standing.suspended) continue;
    const then = standing.state === "new" ? 0 : recall(standing);
    if (then === null) continue;
    count.of += standing.points.of;
    if (standing.state !== "new")
      count.expected += expectedPoints(standing.points, then, pointModel).expected;
  }
  return count;
});

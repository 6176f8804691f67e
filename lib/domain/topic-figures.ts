import { type Moment, remembered, rememberedAt } from "./remembered";
import { forgettingCurve } from "./schedule";
import type { Group } from "./standing";
import type { TopicFigures } from "./topic";
import { waiting } from "./waiting";

/** What is known of some questions in use. */
export function figuresOf(group: Group, moment: Moment): TopicFigures {
  return {
    questions: group.length,
    waiting: waiting(group, moment),
    ...seenOf(group),
    ...recallOf(group, moment),
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

/** Recall by FSRS-6: (1 + factor × days / stability) ^ decay. */
const recallOf = rememberedAt((group, { studyDay, weights }) => {
  const { decay, factor } = forgettingCurve(weights);
  const sum = { rated: 0, recallSum: 0, gradedToday: 0 };
  for (const standing of group) {
    if (standing.state === "new" || standing.suspended) continue;
    const days = studyDay - standing.lastStudyDay;
    if (days <= 0) {
      sum.gradedToday += 1;
      continue;
    }
    sum.rated += 1;
    sum.recallSum += (1 + (factor * days) / standing.stability) ** decay;
  }
  return sum;
});

import { marksIn } from "./list-marks";
import { type Moment, remembered, rememberedAt } from "./remembered";
import { recallToday } from "./recall-today";
import type { Group } from "./standing";
import type { TopicFigures } from "./topic";
import { waiting } from "./waiting";

/** What is known of some questions in use. */
export function figuresOf(group: Group, moment: Moment): TopicFigures {
  return {
    questions: group.length,
    waiting: waiting(group, moment),
    marks: marksIn(group, moment),
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

const recallOf = rememberedAt((group, moment) => {
  const recall = recallToday(moment);
  const sum = { rated: 0, recallSum: 0, gradedToday: 0 };
  for (const standing of group) {
    if (standing.state === "new" || standing.suspended) continue;
    const today = recall(standing);
    if (today === null) sum.gradedToday += 1;
    else {
      sum.rated += 1;
      sum.recallSum += today;
    }
  }
  return sum;
});

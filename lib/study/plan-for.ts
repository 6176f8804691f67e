import type { Database } from "@/lib/db/client";
import type { Learner } from "@/lib/db/learners";
import { preparationOf } from "@/lib/db/study/plans";
import { answersBefore } from "@/lib/db/study/tallies";
import { importanceIn, type Interview } from "@/lib/domain/interview";
import { isLastDay } from "@/lib/domain/last-minutes";
import { paceOf } from "@/lib/domain/pace";
import type { DayPlan } from "@/lib/domain/planned";
import { studyDay } from "@/lib/domain/study-day";

/** By what the questions of a study day are chosen for an interview. */
export async function planFor(
  interview: Interview,
  { read, readPlainly }: Pick<Database, "read" | "readPlainly">,
  { id, scheduling }: Learner,
  today: number,
): Promise<DayPlan> {
  const { since, order } = await preparationOf(read, interview.id);
  const { at, days, minutesPerDay, topics } = interview;
  const until = studyDay(at, scheduling);
  return {
    importanceOf: importanceIn(topics),
    rules: {
      from: studyDay(since, scheduling),
      until,
      days,
      minutesPerDay,
      // Then each minute goes to what gains most by it.
      order: isLastDay(today, until) ? "gain" : order,
      pace: paceOf(await answersBefore(readPlainly, id, today)),
    },
  };
}

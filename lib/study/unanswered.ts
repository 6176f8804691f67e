import { listedQuestions } from "@/lib/db/study/questions";
import { unansweredIn } from "@/lib/domain/listed";
import { groupsWithin } from "@/lib/domain/standing";
import type { Context } from "@/lib/use-case/context";
import type { Unanswered } from "@/lib/wire/questions";

/** The questions that neither a document nor the learner answers. */
export async function unansweredQuestions({ database, learner }: Context): Promise<Unanswered> {
  const standings = await database.standings(learner.id);
  const { count, first } = unansweredIn(groupsWithin(standings, null));
  const ids = first.map(({ id }) => id);
  return { count, questions: await listedQuestions(database.read, ids) };
}

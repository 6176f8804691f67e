import { listedQuestions } from "@/lib/db/study/questions";
import { firstOf } from "@/lib/domain/first-of";
import { byTopic, standingsWithin } from "@/lib/domain/standing";
import type { Context } from "@/lib/use-case/context";
import type { Unanswered } from "@/lib/wire/questions";

const SHOWN = 200;

/** The questions that neither a document nor the learner answers. */
export async function unansweredQuestions({ database, learner }: Context): Promise<Unanswered> {
  const all = standingsWithin(await database.standings(learner.id), null);
  const unanswered = all.filter(({ isAnswered }) => !isAnswered);
  const shown = firstOf(unanswered, SHOWN, byTopic);
  return {
    count: unanswered.length,
    questions: await listedQuestions(
      database.read,
      shown.map(({ id }) => id),
    ),
  };
}

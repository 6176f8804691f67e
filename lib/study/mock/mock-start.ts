import { groupsWithin } from "@/lib/domain/standing";
import { daySoFar } from "@/lib/study/day-so-far";
import { topicTreeOn } from "@/lib/study/topics";
import type { Context } from "@/lib/use-case/context";
import type { MockStart } from "@/lib/wire/mock";
import { mocksHeld } from "./mock-report";

/** What there is to choose before a mock interview, and the earlier ones. */
export async function mockStart(context: Context): Promise<MockStart> {
  const day = await daySoFar(context);
  const topics = await topicTreeOn(day, context);
  const answered = groupsWithin(day.standings, null).flatMap((group) =>
    group.filter(({ isAnswered }) => isAnswered),
  );
  return {
    topics: topics.map(({ path, title, questions }) => ({ path, title, questions })),
    interview: day.interview?.title ?? null,
    questions: answered.length,
    earlier: await mocksHeld(context),
    zone: context.learner.scheduling.zone,
  };
}

import { allTopics } from "@/lib/db/topics";
import { type QueueCounts, sumOfCounts } from "@/lib/domain/queue";
import { groupsWithin } from "@/lib/domain/standing";
import { isOfWaiting } from "@/lib/domain/study-scope";
import type { Context } from "@/lib/use-case/context";
import type { AroundScope } from "@/lib/wire/session";
import type { DaySoFar } from "./day-so-far";
import type { ScopeQuery } from "./scope";
import { waitingElsewhere, whatComes } from "./what-comes";

/** What is said of a scope besides its questions: what comes, and what waits outside of it. */
export async function aroundScope(
  day: DaySoFar,
  context: Context,
  query: ScopeQuery,
  counts: QueueCounts,
): Promise<AroundScope> {
  const { topic = null, weakest = false, mode = "scheduled" } = query;
  // What does not wait is no part of what does.
  const here = isOfWaiting({ mode, weakest }) ? sumOfCounts(counts) : 0;
  return {
    ...whatComes(groupsWithin(day.standings, topic), day, context.learner),
    elsewhere: waitingElsewhere(day, here),
    topicTitle: await topicTitle(context, topic),
  };
}

async function topicTitle({ database }: Context, path: string | null): Promise<string | null> {
  if (path === null) return null;
  const topics = await allTopics(database.read);
  return topics.find((topic) => topic.path === path)?.title ?? null;
}

import { groupBy } from "@/lib/group-by";
import { retentionsByTopic, topicCounts } from "@/lib/db/study/insight";
import { listQuestions } from "@/lib/db/study/questions";
import { reviewsOfDay } from "@/lib/db/study/tallies";
import { allTopics } from "@/lib/db/topics";
import { allowance, tally, withinLimits } from "@/lib/domain/queue";
import { forgettingCurve } from "@/lib/domain/schedule";
import { startOfStudyDay, studyDay } from "@/lib/domain/study-day";
import { sumOfFigures, type TopicNode } from "@/lib/domain/topic";
import type { Context } from "@/lib/use-case/context";
import type { TopicView } from "@/lib/wire/topics";

/** The tree of topics that have questions, in the order in which the documents first named them. */
export async function topicTree({ database, clock, learner }: Context): Promise<TopicNode[]> {
  const { read } = database;
  const { scheduling } = learner;
  const now = clock.now();
  const today = studyDay(now, scheduling);
  const [topics, figures, retentions, done] = await Promise.all([
    allTopics(read),
    topicCounts(read, learner.id, {
      now,
      studyDay: today,
      endOfDay: startOfStudyDay(today + 1, scheduling),
      curve: forgettingCurve(scheduling.weights),
    }),
    retentionsByTopic(read, learner.id),
    reviewsOfDay(read, learner.id, today),
  ]);
  const left = allowance(scheduling, tally(done));
  const own = groupBy(figures, ({ topicId }) => topicId);
  const byParent = groupBy(topics, ({ parentId }) => parentId);
  return nodesBelow(null, scheduling.desiredRetention);

  function nodesBelow(parentId: string | null, wantedAround: number): TopicNode[] {
    return (byParent.get(parentId) ?? [])
      .map(({ id, title, path }) => {
        const desiredRetention = retentions.get(id) ?? wantedAround;
        const children = nodesBelow(id, desiredRetention);
        const sum = sumOfFigures([...children, ...(own.get(id) ?? [])]);
        const limited = withinLimits(sum.waiting, left);
        return { title, path, desiredRetention, children, ...sum, ...limited };
      })
      .filter(({ questions }) => questions > 0);
  }
}

const TOPIC_PAGE_QUESTIONS = 200;

/** A topic with what lies in it. Null for an address that no topic has. */
export async function topicView(context: Context, path: string): Promise<TopicView | null> {
  const way = wayTo(path, await topicTree(context));
  const topic = way.at(-1);
  if (!topic) return null;
  const { items } = await listQuestions(context.database.read, context.learner.id, {
    topic: path,
    after: null,
    limit: TOPIC_PAGE_QUESTIONS,
  });
  return {
    topic,
    above: way.slice(0, -1),
    questions: items.map(({ question }) => ({
      ...question,
      answered: question.answer !== null || question.own.answer !== null,
    })),
  };
}

/** The topics from the topmost down to the one with this path; empty when there is none. */
function wayTo(path: string, nodes: readonly TopicNode[]): TopicNode[] {
  const node = nodes.find((one) => path === one.path || path.startsWith(`${one.path}/`));
  if (!node) return [];
  if (node.path === path) return [node];
  const further = wayTo(path, node.children);
  return further.length > 0 ? [node, ...further] : [];
}

import { groupBy } from "@/lib/group-by";
import { listedQuestions } from "@/lib/db/study/questions";
import { retentionsByTopic } from "@/lib/db/study/retentions";
import { allTopics } from "@/lib/db/topics";
import { firstListed } from "@/lib/domain/listed";
import { withinLimits } from "@/lib/domain/queue";
import { type Group, groupsWithin } from "@/lib/domain/standing";
import { sumOfFigures, type TopicNode } from "@/lib/domain/topic";
import { figuresOf } from "@/lib/domain/topic-figures";
import type { Context } from "@/lib/use-case/context";
import type { TopicView } from "@/lib/wire/topics";
import { type DaySoFar, daySoFar } from "./day-so-far";

/** The tree of topics that have questions, in the order in which the documents first named them. */
export async function topicTree(context: Context): Promise<TopicNode[]> {
  return topicTreeOn(await daySoFar(context), context);
}

/** The same at a moment of the day. */
export async function topicTreeOn(
  day: DaySoFar,
  { database: { read }, learner }: Context,
): Promise<TopicNode[]> {
  const topics = await allTopics(read);
  const retentions = await retentionsByTopic(read, learner.id);
  const byParent = groupBy(topics, ({ parentId }) => parentId);
  return nodesBelow(null, learner.scheduling.desiredRetention);

  function nodesBelow(parentId: string | null, wantedAround: number): TopicNode[] {
    return (byParent.get(parentId) ?? [])
      .map(({ id, title, path }) => {
        const desiredRetention = retentions.get(id) ?? wantedAround;
        const children = nodesBelow(id, desiredRetention);
        const own = figuresOf(day.standings.get(path) ?? NONE, day);
        const sum = sumOfFigures([...children, own]);
        const limited = withinLimits(sum.waiting, day.left);
        return { title, path, desiredRetention, children, ...sum, ...limited };
      })
      .filter(({ questions }) => questions > 0);
  }
}

const NONE: Group = [];

/** A topic with what lies in it. Null for an address that no topic has. */
export async function topicView(context: Context, path: string): Promise<TopicView | null> {
  const day = await daySoFar(context);
  const way = wayTo(path, await topicTreeOn(day, context));
  const topic = way.at(-1);
  if (!topic) return null;
  const listed = firstListed(groupsWithin(day.standings, path));
  const isAnswered = new Map(listed.map((standing) => [standing.id, standing.isAnswered]));
  const questions = await listedQuestions(context.database.read, [...isAnswered.keys()]);
  return {
    topic,
    above: way.slice(0, -1),
    questions: questions.map((question) => ({
      ...question,
      answered: isAnswered.get(question.id) ?? false,
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

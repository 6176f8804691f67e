import { questionsByTopic } from "@/lib/db/counts";
import { listQuestions } from "@/lib/db/questions";
import { allTopics, type TopicRow } from "@/lib/db/topics";
import type { Question } from "@/lib/domain/question";
import type { TopicNode } from "@/lib/domain/topic";
import type { Context } from "./context";

/** The tree of topics that have questions, in the order in which the documents first named them. */
export async function topicTree({ database }: Context): Promise<TopicNode[]> {
  const [topics, counts] = await Promise.all([
    allTopics(database.read),
    questionsByTopic(database.read),
  ]);
  const byParent = new Map<string | null, TopicRow[]>();
  for (const topic of topics) {
    const siblings = byParent.get(topic.parentId);
    if (siblings) siblings.push(topic);
    else byParent.set(topic.parentId, [topic]);
  }
  return nodesBelow(null);

  function nodesBelow(parentId: string | null): TopicNode[] {
    return (byParent.get(parentId) ?? [])
      .map(({ id, title, path }) => {
        const children = nodesBelow(id);
        const below = children.reduce((sum, child) => sum + child.questions, 0);
        return { title, path, children, questions: (counts.get(id) ?? 0) + below };
      })
      .filter(({ questions }) => questions > 0);
  }
}

export type TopicView = {
  topic: TopicNode;
  /** Those it lies in, topmost first. */
  above: TopicNode[];
  /** The first of its questions and of those below, up to `TOPIC_PAGE_QUESTIONS`. */
  questions: Pick<Question, "id" | "number" | "prompt" | "topicPath">[];
};

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
  return { topic, above: way.slice(0, -1), questions: items.map(({ question }) => question) };
}

/** The topics from the topmost down to the one with this path; empty when there is none. */
function wayTo(path: string, nodes: readonly TopicNode[]): TopicNode[] {
  const node = nodes.find((one) => path === one.path || path.startsWith(`${one.path}/`));
  if (!node) return [];
  if (node.path === path) return [node];
  const further = wayTo(path, node.children);
  return further.length > 0 ? [node, ...further] : [];
}

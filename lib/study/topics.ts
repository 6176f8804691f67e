import { z } from "zod";
import { groupBy } from "@/lib/group-by";
import { listedQuestions } from "@/lib/db/study/questions";
import { retentionsByTopic } from "@/lib/db/study/retentions";
import { allTopics } from "@/lib/db/topics";
import { besidesIn } from "@/lib/domain/ahead";
import { firstNarrowed, LIST_ORDERS, type Narrowed } from "@/lib/domain/listed";
import { importanceIn } from "@/lib/domain/interview";
import { MARKS, marksOf, sumOfMarks } from "@/lib/domain/list-marks";
import { stateText } from "@/lib/domain/question-state";
import { type Group, groupsByTopic, groupsWithin } from "@/lib/domain/standing";
import { sumOfFigures, type TopicNode } from "@/lib/domain/topic";
import { figuresOf } from "@/lib/domain/topic-figures";
import { orderedTopics } from "@/lib/domain/topic-order";
import type { Context } from "@/lib/use-case/context";
import type { ListedRow, TopicsView, TopicView } from "@/lib/wire/topics";
import { limitedOf } from "./chosen-questions";
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
  const importanceOf = importanceIn(day.interview?.topics ?? []);
  const byParent = groupBy(topics, ({ parentId }) => parentId);
  const within = groupsByTopic(day.standings);
  return nodesBelow(null, learner.scheduling.desiredRetention);

  function nodesBelow(parentId: string | null, wantedAround: number): TopicNode[] {
    return (byParent.get(parentId) ?? [])
      .map(({ id, title, path }) => {
        const desiredRetention = retentions.get(id) ?? wantedAround;
        const children = nodesBelow(id, desiredRetention);
        const importance = importanceOf(path);
        const told = { desiredRetention, importance };
        const { pointModel } = day;
        const own = figuresOf(day.standings.get(path) ?? NONE, day, { ...told, pointModel });
        const sum = sumOfFigures([...children, own]);
        const limited = limitedOf(within.get(path) ?? [], day);
        return { title, path, ...told, children, ...sum, ...limited };
      })
      .filter(({ questions }) => questions > 0);
  }
}

const NONE: Group = [];

/** How a list is narrowed by an address; what can't be read there is as if it were not. */
export function narrowedBy(params: Record<string, unknown>): Narrowed {
  return {
    is: z.enum(MARKS).safeParse(params["is"]).data ?? null,
    order: z.enum(LIST_ORDERS).safeParse(params["order"]).data ?? "document",
  };
}

/** All topics; and of all questions those with a mark, where they are narrowed to one. */
export async function topicsView(context: Context, by: Narrowed): Promise<TopicsView> {
  const day = await daySoFar(context);
  const topics = orderedTopics(await topicTreeOn(day, context), by.order);
  const all = groupsWithin(day.standings, null);
  return {
    topics,
    by,
    marks: sumOfMarks(topics.map(({ marks }) => marks)),
    questions: by.is === null ? [] : await listedRows(context, day, all, by),
  };
}

/** A topic with what lies in it. Null for an address that no topic has. */
export async function topicView(
  context: Context,
  path: string,
  by: Narrowed = { is: null, order: "document" },
): Promise<TopicView | null> {
  const day = await daySoFar(context);
  const way = wayTo(path, await topicTreeOn(day, context));
  const topic = way.at(-1);
  if (!topic) return null;
  const { children, marks } = topic;
  const groups = groupsWithin(day.standings, path);
  return {
    topic: { ...topic, children: orderedTopics(children, by.order) },
    above: way.slice(0, -1),
    besides: besidesIn(groups, day),
    by,
    marks,
    questions: await listedRows(context, day, groups, by),
  };
}

/** The first of some questions as rows of a list. */
async function listedRows(
  { database, learner }: Context,
  day: DaySoFar,
  groups: readonly Group[],
  by: Narrowed,
): Promise<ListedRow[]> {
  const listed = firstNarrowed(groups, by, day);
  const standings = new Map(listed.map((standing) => [standing.id, standing]));
  const questions = await listedQuestions(database.read, [...standings.keys()]);
  return questions.flatMap((question) => {
    const standing = standings.get(question.id);
    if (!standing) return [];
    const state = stateText(standing, day, learner.scheduling);
    const marks = marksOf(standing, day);
    return [{ ...question, answered: standing.isAnswered, state, marks }];
  });
}

/** The topics from the topmost down to the one with this path; empty when there is none. */
function wayTo(path: string, nodes: readonly TopicNode[]): TopicNode[] {
  const node = nodes.find((one) => path === one.path || path.startsWith(`${one.path}/`));
  if (!node) return [];
  if (node.path === path) return [node];
  const further = wayTo(path, node.children);
  return further.length > 0 ? [node, ...further] : [];
}

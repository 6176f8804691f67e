import { z } from "zod";
import { breathe } from "@/lib/breathe";
import { keyPoints } from "@/lib/db/study/key-points";
import { listedQuestions } from "@/lib/db/study/questions";
import { firstLine } from "@/lib/domain/first-line";
import { importanceIn } from "@/lib/domain/interview";
import { questionRecallText } from "@/lib/domain/question-state";
import { readinessOf } from "@/lib/domain/readiness";
import { recallAt } from "@/lib/domain/recall-at";
import { fittingOnPage } from "@/lib/domain/sheet";
import { compareTexts, groupsWithin, type Standing } from "@/lib/domain/standing";
import type { TopicNode } from "@/lib/domain/topic";
import { err, ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { type Failure, notFound } from "@/lib/use-case/failure";
import { TopicPath } from "@/lib/use-case/inputs";
import type { SheetTopic, SheetView } from "@/lib/wire/sheet";
import { type DaySoFar, daySoFar } from "./day-so-far";
import { type Inks, inksAt, toldOf } from "./ink-at";
import { topicTreeOn } from "./topics";

/** Of which topic a sheet is; of those that matter where none is named. */
export const SheetQuery = z.object({ topic: TopicPath.optional().catch(undefined) });

/** As many pages are made at once. */
const MOST_TOPICS = 6;
/** More questions with points never fit on a page. */
const MOST_QUESTIONS = 30;

/**
 * Key points by topic, a printed page each: what matters most to the interview that is prepared for
 * first, and of that what would be recalled least. What is suspended is left out.
 */
export async function sheet(
  context: Context,
  { topic }: z.infer<typeof SheetQuery>,
): Promise<Result<SheetView, Failure>> {
  const day = await daySoFar(context);
  const tree = await topicTreeOn(day, context);
  const named = topic ? wayTo(tree, topic) : null;
  if (topic && !named) return err(notFound("There is no such topic."));
  const ways = named
    ? [named]
    : tree
        .filter(matters)
        .toSorted(byNeed)
        .map((root) => [root]);
  const ink = inksAt(day, toldOf(tree));
  const topics: SheetTopic[] = [];
  for (const way of ways.slice(0, MOST_TOPICS)) {
    topics.push(await sheetTopic(context, way, { day, ink }));
    await breathe();
  }
  return ok({
    interview: day.interview && { title: day.interview.title, at: day.interview.at },
    topics,
    others: ways
      .slice(MOST_TOPICS)
      .flatMap(([root]) => (root ? [{ path: root.path, title: root.title }] : [])),
    zone: context.learner.scheduling.zone,
  });
}

function matters({ weighed, gradedToday }: TopicNode): boolean {
  return weighed.weight > 0 || gradedToday > 0;
}

function byNeed(a: TopicNode, b: TopicNode): number {
  return b.importance - a.importance || recallOf(a) - recallOf(b);
}

function recallOf(topic: TopicNode): number {
  return readinessOf(topic)?.readiness ?? 1;
}

async function sheetTopic(
  { database, learner }: Context,
  way: readonly TopicNode[],
  { day, ink }: { day: DaySoFar; ink: Inks },
): Promise<SheetTopic> {
  const topic = way.at(-1);
  if (!topic) throw new Error("A sheet is of a topic");
  const all = mostNeeded(day, topic.path);
  const first = new Map(all.slice(0, MOST_QUESTIONS).map((standing) => [standing.id, standing]));
  const listed = await listedQuestions(database.read, [...first.keys()]);
  const points = await keyPoints(database.read, learner.id, [...first.keys()]);
  const questions = listed.flatMap(({ id, prompt }) => {
    const standing = first.get(id);
    if (!standing) return [];
    const recall = questionRecallText(standing, day) ?? "not seen";
    const own = points.get(id) ?? [];
    return [
      {
        id,
        prompt: firstLine(prompt),
        recall,
        ink: ink.ofQuestion(standing),
        points: own.map(shown),
      },
    ];
  });
  const fitting = fittingOnPage(questions);
  const { path, title, counts: _, heldBack: __, ...figures } = topic;
  return {
    path,
    titles: [...way.slice(0, -1).map((above) => above.title), title],
    figures,
    questions: fitting,
    beyond: all.length - fitting.length,
  };
}

function shown({ id, text, core, lately, slipping }: SheetTopicPoint): SheetTopicPoint {
  return { id, text, core, lately, slipping };
}

type SheetTopicPoint = SheetTopic["questions"][number]["points"][number];

/** A topic's questions that matter, those that matter most first, and of them the least recalled. */
function mostNeeded(day: DaySoFar, path: string): Standing[] {
  const importance = importanceIn(day.interview?.topics ?? []);
  const recall = recallAt(day);
  const keyed = groupsWithin(day.standings, path).flatMap((group) =>
    group
      .filter(({ suspended }) => !suspended)
      .map((standing) => ({
        standing,
        matters: importance(standing.topic),
        recall: standing.state === "new" ? 0 : (recall(standing) ?? 1),
      })),
  );
  return keyed
    .toSorted(
      (a, b) =>
        b.matters - a.matters ||
        a.recall - b.recall ||
        compareTexts(a.standing.topicId, b.standing.topicId) ||
        a.standing.position - b.standing.position,
    )
    .map(({ standing }) => standing);
}

/** The topics from the topmost down to the one with this path; null when there is none. */
function wayTo(nodes: readonly TopicNode[], path: string): TopicNode[] | null {
  const node = nodes.find((one) => path === one.path || path.startsWith(`${one.path}/`));
  if (!node) return null;
  if (node.path === path) return [node];
  const further = wayTo(node.children, path);
  return further && [node, ...further];
}

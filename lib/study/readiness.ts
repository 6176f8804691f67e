import { z } from "zod";
import { findInterview, interviewAhead } from "@/lib/db/study/interviews";
import { pointsToGive, readinessOf } from "@/lib/domain/readiness";
import { studyDay } from "@/lib/domain/study-day";
import { sumOfFigures, type TopicFigures, type TopicNode } from "@/lib/domain/topic";
import { err, ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { type Failure, invalid, notFound } from "@/lib/use-case/failure";
import { SoughtId } from "@/lib/use-case/inputs";
import type { ReadinessView, TopicReadiness } from "@/lib/wire/interviews";
import { daySoFar, type ToldFor } from "./day-so-far";
import { Time } from "./reviews/batch";
import { topicTreeOn } from "./topics";

export const ReadinessQuery = z.object({ at: Time.optional(), interview: SoughtId.optional() });
export type ReadinessQuery = z.infer<typeof ReadinessQuery>;

/**
 * How much would be recalled of everything and of each topic, at a time or at an interview; at the one
 * that is prepared for where neither is named.
 */
export async function readiness(
  context: Context,
  query: ReadinessQuery,
): Promise<Result<ReadinessView, Failure>> {
  const asked = await toldFor(context, query);
  if (!asked.ok) return asked;
  const { at } = asked.value;
  const { clock, learner } = context;
  if (studyDay(at, learner.scheduling) < studyDay(clock.now(), learner.scheduling))
    return err(
      invalid("What would have been recalled in the past is not told: name a day to come."),
    );
  const day = await daySoFar(context, asked.value);
  const topics = await topicTreeOn(day, context);
  const flat = topics.flatMap(withBelow);
  return ok({ at, ...told(sumOfFigures(topics)), topics: flat.map(topicTold) });
}

async function toldFor(
  { database: { read }, learner, clock }: Context,
  { at, interview: id }: ReadinessQuery,
): Promise<Result<ToldFor, Failure>> {
  const named = id === undefined ? null : await findInterview(read, learner.id, id);
  if (id !== undefined && !named) return err(notFound("There is no such interview."));
  const interview = named ?? (await interviewAhead(read, learner.id, clock.now()));
  const when = at ?? interview?.at;
  if (!when)
    return err(notFound("No interview is prepared for. Make one, or name a time as `at`."));
  return ok({ interview, at: when });
}

function told(figures: TopicFigures) {
  const { questions, seen } = figures;
  const points = pointsToGive(figures);
  return { questions, seen, ...(readinessOf(figures) ?? NOTHING_TOLD), points };
}

const NOTHING_TOLD = { readiness: null, low: null, high: null };

function topicTold(topic: TopicNode): TopicReadiness {
  const { path, title, importance } = topic;
  return { topic: path, title, importance, ...told(topic) };
}

function withBelow(topic: TopicNode): TopicNode[] {
  return [topic, ...topic.children.flatMap(withBelow)];
}

import { findInterview, interviewsOf } from "@/lib/db/study/interviews";
import type { Interview, TopicImportance } from "@/lib/domain/interview";
import { localTimeOf } from "@/lib/domain/local-time";
import { addDays } from "@/lib/domain/study-day";
import type { TopicNode } from "@/lib/domain/topic";
import type { Context } from "@/lib/use-case/context";
import { newId } from "@/lib/use-case/ids";
import type { AskedTopic, InterviewFormView, InterviewView } from "@/lib/wire/interviews";
import { daySoFar } from "./day-so-far";
import { debriefed } from "./debrief";
import { topicTree, topicTreeOn } from "./topics";

/** What is prepared for and how it stands, and what else there was and will be. */
export async function interviewView(context: Context): Promise<InterviewView> {
  const { database, learner } = context;
  const day = await daySoFar(context);
  const { interview, recallDay, studyDay, now } = day;
  const all = await interviewsOf(database.read, learner.id);
  return {
    ahead: interview && {
      interview,
      daysLeft: recallDay - studyDay,
      topics: await topicTreeOn(day, context),
    },
    others: all.filter(({ id }) => id !== interview?.id),
    now,
    zone: learner.scheduling.zone,
  };
}

/** A known interview's form; null where there is none of this id. */
export async function interviewForm(
  context: Context,
  id: string,
): Promise<InterviewFormView | null> {
  const interview = await findInterview(context.database.read, context.learner.id, id);
  if (!interview) return null;
  return { id, isNew: false, ...(await formOf(context, interview)) };
}

/** Two weeks, at ten in the morning. */
const USUAL_DAYS_AHEAD = 14;
const USUAL_TIME = "10:00";

/** The form of a new interview; of the next round, where one is named that it comes after. */
export async function newInterviewForm(
  context: Context,
  after: string | null,
): Promise<InterviewFormView> {
  const { clock, learner } = context;
  const before = after === null ? null : await debriefed(context, after);
  const fields = await formOf(context, {
    title: before?.interview.title ?? "",
    at: addDays(clock.now(), USUAL_DAYS_AHEAD),
    minutesPerDay: before?.interview.minutesPerDay ?? 20,
    days: before?.interview.days ?? [1, 2, 3, 4, 5, 6, 7],
    topics: before?.next ?? [],
  });
  const { date } = localTimeOf(addDays(clock.now(), USUAL_DAYS_AHEAD), learner.scheduling.zone);
  return {
    id: newId(),
    isNew: true,
    ...fields,
    fields: { ...fields.fields, date, time: USUAL_TIME },
  };
}

type Said = Pick<Interview, "title" | "at" | "minutesPerDay" | "days" | "topics">;

async function formOf(
  context: Context,
  { title, at, minutesPerDay, days, topics }: Said,
): Promise<Pick<InterviewFormView, "fields" | "topics">> {
  const local = localTimeOf(at, context.learner.scheduling.zone);
  return {
    fields: { title, ...local, minutesPerDay: String(minutesPerDay), days },
    topics: askedTopics(await topicTree(context), topics),
  };
}

function askedTopics(nodes: TopicNode[], said: readonly TopicImportance[]): AskedTopic[] {
  const named = new Map(said.map(({ topic, importance }) => [topic, importance]));
  const asked = ({ path, title, questions, children }: TopicNode): AskedTopic => ({
    path,
    title,
    questions,
    importance: named.get(path) ?? null,
    children: children.map(asked),
  });
  return nodes.map(asked);
}

import { nextDue } from "@/lib/db/queue";
import { findQuestion } from "@/lib/db/questions";
import type { KeyPoint } from "@/lib/domain/question";
import type { PerRating } from "@/lib/domain/rating";
import { startOfStudyDay, studyDay } from "@/lib/domain/study-day";
import type { Context } from "./context";
import { renderedQuestion } from "./rendered";
import { queueScope, studyQueue } from "./study-queue";

/** The next question to study, ready to be shown; or when there will be one. */
export type NextQuestion = {
  counts: { new: number; learning: number; review: number };
  next: StudyCard | null;
  /** With no question now: when the next one is due. Null when none was ever studied. */
  nextDueAt: Date | null;
  now: Date;
  /** The learner's, to say times in. */
  zone: string;
};

export type StudyCard = {
  /** Another each time that a question comes up. */
  turn: string;
  questionId: string;
  number: number | null;
  topicPath: string[];
  topic: string;
  promptHtml: string;
  answerHtml: string | null;
  keyPoints: KeyPoint[];
  intervals: PerRating<number>;
};

/** What the Study page shows. */
export async function nextQuestion(context: Context): Promise<NextQuestion> {
  const { database, learner } = context;
  const { scheduling } = learner;
  const queue = await studyQueue(context, { limit: 1 });
  const { counts, items, now } = queue.value;
  const [item] = items;
  const found = item && (await findQuestion(database.read, learner.id, item.questionId));
  if (!item || !found) {
    const due = await nextDue(database.read, queueScope(context, now, null));
    return { counts, next: null, nextDueAt: due && comesUpAt(due), now, zone: scheduling.zone };
  }
  const { question } = found;
  const { promptHtml, answerHtml } = await renderedQuestion(database, question);
  const { id: questionId, number, topicPath, topic: path, keyPoints } = question;
  const { intervals } = item;
  const turn = `${questionId} ${found.stored.lastReviewId ?? ""}`;
  const shown = { number, topicPath, topic: path, keyPoints, promptHtml, answerHtml };
  const next = { turn, questionId, intervals, ...shown };
  return { counts, next, nextDueAt: null, now, zone: scheduling.zone };

  /** A step has its minute; a review comes up with the study day that it is due on. */
  function comesUpAt({ due, isStep }: { due: Date; isStep: boolean }): Date {
    return isStep ? due : startOfStudyDay(studyDay(due, scheduling), scheduling);
  }
}

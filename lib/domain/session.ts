import type { Memory } from "./memory";
import type { Rating } from "./rating";
import type { StudyDayRule } from "./settings";
import { addMinutes, endOfStudyDay } from "./study-day";
import { EVERYTHING, type StudyScope } from "./study-scope";

/** A question in a session; `Shown` is what a page needs to show it, whatever that is. */
export type SessionItem<Shown> = {
  questionId: string;
  /** The address of its topic. */
  topic: string;
  memory: Memory;
  flagged: boolean;
  shown: Shown;
};

/** What a learner can do with a question besides grading it. */
export type OtherAct = "suspend" | "bury" | "flag" | "asked" | "reset";

/** What the learner did with a question in this session. */
export type Act<Shown> = {
  /** Of the review or action that says so to the server. */
  id: string;
  /** As it was before. */
  item: SessionItem<Shown>;
  at: Date;
  /** Whether its answer was shown. */
  wasOpen: boolean;
  /** By how many it made fewer what is left. */
  took: number;
} & (
  { kind: "grade"; rating: Rating; missed: string[] | null; memory: Memory } | { kind: OtherAct }
);

/**
 * A grade given in this session; `missed` are the texts of points left unticked, null when none was
 * assessed, `memory` is the question's after it.
 */
export type Graded<Shown> = Extract<Act<Shown>, { kind: "grade" }>;

/** A session in the learner's hands: what is shown, what comes, what returns, what was done. */
export type Session<Shown> = Pick<StudyScope, "mode" | "length"> & {
  /** What its length is counted from, in minutes. */
  startedAt: Date;
  current: SessionItem<Shown> | null;
  /** Whether its answer is shown; from then on nothing but the learner takes it away. */
  isOpen: boolean;
  upcoming: SessionItem<Shown>[];
  /** In learning steps, by their due time; in a practice those to be gone over once more at its end. */
  returning: SessionItem<Shown>[];
  acts: Act<Shown>[];
  /** How many are left today, in hand or not. */
  left: number;
  /** Whether the server has more than it gave, as far as is known. */
  hasMore: boolean;
  /** When the next seen question comes up, by what the server said last. */
  nextDueAt: Date | null;
  /** How often another question was shown. */
  turn: number;
  /** How often the learner did something: what was asked of the server before is of an earlier state. */
  changes: number;
};

/** What the server says of what waits now. `isAll`: there is no more than it gives. */
export type Heard<Shown> = {
  items: SessionItem<Shown>[];
  isAll: boolean;
  left: number;
  nextDueAt: Date | null;
};

/** A session that begins with the first of the items. */
export function beginSession<Shown>(
  heard: Heard<Shown>,
  now: Date,
  { mode, length }: Pick<StudyScope, "mode" | "length"> = EVERYTHING,
): Session<Shown> {
  const { items, isAll, left, nextDueAt } = heard;
  const first = {
    mode,
    length,
    startedAt: now,
    current: null,
    isOpen: false,
    upcoming: items,
    returning: [],
    acts: [],
    left,
    hasMore: !isAll,
    nextDueAt,
    turn: 0,
    changes: 0,
  };
  return moveOn(first, now);
}

/** Opens the answer of the current question. */
export function openAnswer<Shown>(session: Session<Shown>): Session<Shown> {
  return { ...session, isOpen: session.current !== null };
}

/** Whether a session has had the answers or the minutes that it was to have. */
export function isUsedUp<Shown>(session: Session<Shown>, now: Date): boolean {
  const { length, startedAt } = session;
  if (length === null) return false;
  if ("questions" in length) return grades(session).length >= length.questions;
  return now >= addMinutes(startedAt, length.minutes);
}

/** Whether there is nothing to show, and nothing on its way. */
export function isAtItsEnd<Shown>(session: Session<Shown>, now: Date): boolean {
  return session.current === null && (!session.hasMore || isUsedUp(session, now));
}

/** The session with as much again of what it was to have. */
export function goOn<Shown>(session: Session<Shown>, now: Date): Session<Shown> {
  const { length } = session;
  if (length === null || !("questions" in length))
    return moveOn({ ...session, startedAt: now }, now);
  const questions = grades(session).length + length.questions;
  return moveOn({ ...session, length: { questions } }, now);
}

/**
 * Shows what waits now, if nothing is shown: a step whose time has come, else what is upcoming; and
 * not of the topic just seen, while a step, or another question of the same kind, is of another. What
 * was not chosen by its waiting comes in the order that it was given in.
 */
export function moveOn<Shown>(
  session: Session<Shown>,
  now: Date,
  justSeen = grades(session).at(-1)?.item.topic,
): Session<Shown> {
  if (session.current || isUsedUp(session, now)) return session;
  const waiting = waitingNow(session, now);
  const next = waiting.find(({ topic }) => topic !== justSeen) ?? waiting[0];
  return next ? show(without(session, new Set([next.questionId])), next) : session;
}

function waitingNow<Shown>(session: Session<Shown>, now: Date): SessionItem<Shown>[] {
  const { mode, upcoming, returning, hasMore } = session;
  const [first] = upcoming;
  if (mode === "practice") return first ? [first] : returning.slice(0, hasMore ? 0 : 1);
  const steps = returning.filter((item) => dueTime(item) <= now.getTime());
  const isNext = (item: SessionItem<Shown>) =>
    mode === "ahead" ? item === first : kindOf(item.memory) === kindOf(first?.memory);
  return [...steps, ...upcoming.filter(isNext)];
}

/** When the next step of this session returns; null when none does. */
export function nextReturn<Shown>({ mode, returning }: Session<Shown>): Date | null {
  const [first] = returning;
  if (mode === "practice" || !first || first.memory.phase === "new") return null;
  return first.memory.dueAt;
}

/** When something may wait that does not now: a step or a review comes up, or the study day ends. */
export function wakesAt<Shown>(session: Session<Shown>, now: Date, rule: StudyDayRule): Date {
  const mayCome = [session.nextDueAt, nextReturn(session)].filter((at) => at !== null && at > now);
  return mayCome.reduce<Date>(
    (first, at) => (at && at < first ? at : first),
    endOfStudyDay(now, rule),
  );
}

/** The grades given in this session that stand. */
export function grades<Shown>({ acts }: Session<Shown>): Graded<Shown>[] {
  return acts.filter((act) => act.kind === "grade");
}

/** Shows a question, closed. */
export function show<Shown>(session: Session<Shown>, current: SessionItem<Shown>): Session<Shown> {
  return { ...session, current, isOpen: false, turn: session.turn + 1 };
}

/** The session without some questions, dealt with or gone. */
export function without<Shown>(
  session: Session<Shown>,
  questionIds: ReadonlySet<string>,
): Session<Shown> {
  const keep = ({ questionId }: SessionItem<Shown>) => !questionIds.has(questionId);
  const { current, isOpen } = session;
  const stays = current !== null && keep(current);
  return {
    ...session,
    current: stays ? current : null,
    isOpen: stays && isOpen,
    upcoming: session.upcoming.filter(keep),
    returning: session.returning.filter(keep),
  };
}

/** All questions that it holds. */
export function inHand<Shown>({
  current,
  upcoming,
  returning,
}: Session<Shown>): SessionItem<Shown>[] {
  return [...(current ? [current] : []), ...upcoming, ...returning];
}

/** Where a question stands in a session: steps, then reviews, then new ones. */
export function kindOf(memory: Memory | undefined): number {
  if (memory?.phase === "new") return 2;
  return memory?.phase === "review" ? 1 : 0;
}

/** When a question is due, in ms; 0 for a new one. */
export function dueTime({ memory }: SessionItem<unknown>): number {
  return memory.phase === "new" ? 0 : memory.dueAt.getTime();
}

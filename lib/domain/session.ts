import type { Memory } from "./memory";
import type { Rating } from "./rating";
import { schedule, type Scheduling } from "./schedule";
import type { StudyDayRule } from "./settings";
import { endOfStudyDay } from "./study-day";

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
export type OtherAct = "suspend" | "bury" | "flag" | "asked";

/** What the learner did with a question in this session. */
export type Act<Shown> = {
  /** Of the review or action that says so to the server. */
  id: string;
  /** As it was before. */
  item: SessionItem<Shown>;
  at: Date;
  /** By how many it made fewer what is left. */
  took: number;
} & ({ kind: "grade"; rating: Rating; missed: string[] | null } | { kind: OtherAct });

/** A grade given in this session; `missed` are the texts of points left unticked, null when none was assessed. */
export type Graded<Shown> = Extract<Act<Shown>, { kind: "grade" }>;

/** A session in the learner's hands: what is shown, what comes, what returns, what was done. */
export type Session<Shown> = {
  current: SessionItem<Shown> | null;
  /** Whether its answer is shown; from then on nothing but the learner takes it away. */
  isOpen: boolean;
  upcoming: SessionItem<Shown>[];
  /** In learning steps, by their due time. */
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
export function beginSession<Shown>(heard: Heard<Shown>, now: Date): Session<Shown> {
  const { items, isAll, left, nextDueAt } = heard;
  const first = {
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

/**
 * The session after a grade of a question that it showed, be it shown still or not: the question's
 * memory as `schedule` makes it, in learning steps to return at their time, and the next one shown.
 */
export function gradeQuestion<Shown>(
  session: Session<Shown>,
  item: SessionItem<Shown>,
  grade: { id: string; rating: Rating; missed: string[] | null },
  now: Date,
  scheduling: Scheduling,
): Session<Shown> {
  const { questionId: id } = item;
  const { memory } = schedule({ id, memory: item.memory }, grade.rating, now, scheduling);
  const returns = memory.phase === "review" ? [] : [{ ...item, memory }];
  const today = endOfStudyDay(now, scheduling);
  const comesToday = memory.phase !== "review" && memory.dueAt < today;
  const after = without(session, new Set([id]));
  return moveOn(
    done(
      { ...after, returning: byDue([...after.returning, ...returns]) },
      { ...grade, kind: "grade", item, at: now, took: comesToday ? 0 : 1 },
    ),
    now,
  );
}

/** The session after another act: a question that was put away is gone, and the next one shown. */
export function actOn<Shown>(
  session: Session<Shown>,
  item: SessionItem<Shown>,
  { id, kind }: { id: string; kind: OtherAct },
  now: Date,
): Session<Shown> {
  const act = { id, kind, item, at: now };
  switch (kind) {
    case "suspend":
    case "bury":
      return moveOn(
        done(without(session, new Set([item.questionId])), { ...act, took: 1 }),
        now,
        item.topic,
      );
    case "flag":
      return done(flagged(session, item.questionId, !item.flagged), { ...act, took: 0 });
    case "asked":
      return done(session, { ...act, took: 0 });
  }
}

/** Takes the last act back: its question is shown again as it was. Null when there is none. */
export function undoLast<Shown>(
  session: Session<Shown>,
): { session: Session<Shown>; undone: Act<Shown> } | null {
  const undone = session.acts.at(-1);
  if (!undone) return null;
  const before = {
    ...session,
    acts: session.acts.slice(0, -1),
    left: session.left + undone.took,
    changes: session.changes + 1,
  };
  const { item, kind } = undone;
  if (kind === "asked") return { undone, session: before };
  if (kind === "flag") return { undone, session: flagged(before, item.questionId, item.flagged) };
  const { current, upcoming, ...others } = without(before, new Set([item.questionId]));
  const next = current ? [current, ...upcoming] : upcoming;
  return { undone, session: show({ ...others, current, upcoming: next }, item) };
}

/**
 * Shows what waits now, if nothing is shown: a step whose time has come, else what is upcoming; and
 * not of the topic just seen, while a step, or another question of the same kind, is of another.
 */
export function moveOn<Shown>(
  session: Session<Shown>,
  now: Date,
  justSeen = grades(session).at(-1)?.item.topic,
): Session<Shown> {
  if (session.current) return session;
  const waiting = [
    ...session.returning.filter((item) => dueTime(item) <= now.getTime()),
    ...session.upcoming.filter(
      ({ memory }) => kindOf(memory) === kindOf(session.upcoming[0]?.memory),
    ),
  ];
  const next = waiting.find(({ topic }) => topic !== justSeen) ?? waiting[0];
  return next ? show(without(session, new Set([next.questionId])), next) : session;
}

/**
 * Takes what the server says of what waits now. It replaces what was upcoming, and the question
 * shown, where that waits no longer and is not open; steps of this session return at their time.
 * `gone` are questions dealt with that it did not know of when it answered; where the learner did
 * something since it was asked (`changes` is of then), it can only add.
 */
export function hear<Shown>(
  session: Session<Shown>,
  heard: Heard<Shown>,
  { gone, changes }: { gone: ReadonlySet<string>; changes: number },
  now: Date,
): Session<Shown> {
  const { isAll, nextDueAt } = heard;
  const items = heard.items.filter(({ questionId }) => !gone.has(questionId));
  if (session.changes !== changes)
    return refill({ ...session, nextDueAt, hasMore: !isAll }, items, now);
  const listed = new Map(items.map((item) => [item.questionId, item]));
  const current = session.isOpen ? session.current : stillWaits(session.current, heard, listed);
  return moveOn(
    {
      ...session,
      current,
      upcoming: items.filter(({ questionId }) => questionId !== current?.questionId),
      returning: session.returning.filter(
        (step) => !listed.has(step.questionId) && (dueTime(step) > now.getTime() || !isAll),
      ),
      left: heard.left,
      hasMore: !isAll,
      nextDueAt,
    },
    now,
    session.current?.topic,
  );
}

/** Leaves out questions that were graded elsewhere or put away, but for one that is open. */
export function leaveOut<Shown>(
  session: Session<Shown>,
  questionIds: ReadonlySet<string>,
  now: Date,
): Session<Shown> {
  const { current, isOpen } = session;
  const gone = new Set(questionIds);
  if (isOpen && current) gone.delete(current.questionId);
  const after = without(session, gone);
  const left = session.left - (inHand(session).length - inHand(after).length);
  return moveOn({ ...after, left }, now, current?.topic);
}

/** When the next step of this session returns; null when none does. */
export function nextReturn<Shown>({ returning }: Session<Shown>): Date | null {
  const [first] = returning;
  return first && first.memory.phase !== "new" ? first.memory.dueAt : null;
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

/** Adds questions, but for those in hand and those that were dealt with. */
function refill<Shown>(
  session: Session<Shown>,
  items: readonly SessionItem<Shown>[],
  now: Date,
): Session<Shown> {
  const known = new Set(
    [...inHand(session), ...session.acts.map(({ item }) => item)].map((item) => item.questionId),
  );
  const fresh = items.filter(({ questionId }) => !known.has(questionId));
  const upcoming = [...session.upcoming, ...fresh].toSorted(
    (a, b) => kindOf(a.memory) - kindOf(b.memory),
  );
  return moveOn({ ...session, upcoming }, now);
}

/** The question shown, as the server knows it; null when it waits no longer. */
function stillWaits<Shown>(
  current: SessionItem<Shown> | null,
  heard: Heard<Shown>,
  listed: ReadonlyMap<string, SessionItem<Shown>>,
): SessionItem<Shown> | null {
  if (!current) return null;
  const { questionId } = current;
  const isThere = !heard.isAll || heard.items.some((item) => item.questionId === questionId);
  return listed.get(questionId) ?? (isThere ? current : null);
}

function show<Shown>(session: Session<Shown>, current: SessionItem<Shown>): Session<Shown> {
  return { ...session, current, isOpen: false, turn: session.turn + 1 };
}

function done<Shown>(session: Session<Shown>, act: Act<Shown>): Session<Shown> {
  const { acts, left, changes } = session;
  return { ...session, acts: [...acts, act], left: left - act.took, changes: changes + 1 };
}

function flagged<Shown>(
  session: Session<Shown>,
  questionId: string,
  flag: boolean,
): Session<Shown> {
  const { current } = session;
  if (current?.questionId !== questionId) return session;
  return { ...session, current: { ...current, flagged: flag } };
}

function without<Shown>(session: Session<Shown>, questionIds: ReadonlySet<string>): Session<Shown> {
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

function inHand<Shown>({ current, upcoming, returning }: Session<Shown>): SessionItem<Shown>[] {
  return [...(current ? [current] : []), ...upcoming, ...returning];
}

function byDue<Shown>(items: SessionItem<Shown>[]): SessionItem<Shown>[] {
  return items.toSorted((a, b) => dueTime(a) - dueTime(b));
}

/** Where a question stands in a session: steps, then reviews, then new ones. */
function kindOf(memory: Memory | undefined): number {
  if (memory?.phase === "new") return 2;
  return memory?.phase === "review" ? 1 : 0;
}

function dueTime({ memory }: SessionItem<unknown>): number {
  return memory.phase === "new" ? 0 : memory.dueAt.getTime();
}

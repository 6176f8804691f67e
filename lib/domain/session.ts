import type { Memory } from "./memory";
import type { Rating } from "./rating";
import { schedule, type Scheduling } from "./schedule";

/** A question in a session; `Shown` is what a page needs to show it, whatever that is. */
export type SessionItem<Shown> = {
  questionId: string;
  /** The address of its topic. */
  topic: string;
  memory: Memory;
  shown: Shown;
};

/** A grade given in this session, with the question as it was before. */
export type Graded<Shown> = {
  reviewId: string;
  item: SessionItem<Shown>;
  rating: Rating;
  at: Date;
  /** Texts of the points that the learner left unticked; null when none was assessed. */
  missed: string[] | null;
};

/** A session in the learner's hands: what is shown, what comes, what returns, what was done. */
export type Session<Shown> = {
  current: SessionItem<Shown> | null;
  upcoming: SessionItem<Shown>[];
  /** In learning steps, by their due time. */
  returning: SessionItem<Shown>[];
  done: Graded<Shown>[];
};

/** A session that begins with the first of the items. */
export function beginSession<Shown>(items: readonly SessionItem<Shown>[], now: Date) {
  const empty: Session<Shown> = { current: null, upcoming: [...items], returning: [], done: [] };
  return moveOn(empty, now);
}

/**
 * The session after a grade of the current question: its memory as `schedule` makes it, in
 * learning steps to return at their time, and the next question shown.
 */
export function gradeCurrent<Shown>(
  session: Session<Shown>,
  grade: { reviewId: string; rating: Rating; missed: string[] | null },
  now: Date,
  scheduling: Scheduling,
): Session<Shown> {
  const item = session.current;
  if (!item) return session;
  const { memory } = schedule(
    { id: item.questionId, memory: item.memory },
    grade.rating,
    now,
    scheduling,
  );
  const returns = memory.phase !== "review";
  const done = [...session.done, { ...grade, item, at: now }];
  const returning = returns ? [...session.returning, { ...item, memory }] : session.returning;
  return moveOn({ ...session, current: null, returning: byDue(returning), done }, now);
}

/** Takes the last grade back: its question is shown again as it was. Null when there is none. */
export function undoLast<Shown>(
  session: Session<Shown>,
): { session: Session<Shown>; undone: Graded<Shown> } | null {
  const undone = session.done.at(-1);
  if (!undone) return null;
  const { questionId } = undone.item;
  const others = without(session, questionId);
  const put = session.current && session.current.questionId !== questionId ? [session.current] : [];
  return {
    undone,
    session: {
      current: undone.item,
      upcoming: [...put, ...others.upcoming],
      returning: others.returning,
      done: session.done.slice(0, -1),
    },
  };
}

/**
 * Shows what waits now, if nothing is shown: a step whose time has come, else what is upcoming; and
 * not of the topic just seen, while a step, or another question of the same kind, is of another.
 */
export function moveOn<Shown>(
  session: Session<Shown>,
  now: Date,
  justSeen = session.done.at(-1)?.item.topic,
): Session<Shown> {
  if (session.current) return session;
  const waiting = [
    ...session.returning.filter((item) => dueTime(item) <= now.getTime()),
    ...session.upcoming.filter(({ memory }) => kind(memory) === kind(session.upcoming[0]?.memory)),
  ];
  const next = waiting.find(({ topic }) => topic !== justSeen) ?? waiting[0] ?? null;
  return {
    ...session,
    current: next,
    upcoming: session.upcoming.filter((item) => item !== next),
    returning: session.returning.filter((item) => item !== next),
  };
}

/** Adds questions that came from the server, but for those in hand and those named as graded. */
export function refill<Shown>(
  session: Session<Shown>,
  items: readonly SessionItem<Shown>[],
  graded: ReadonlySet<string>,
  now: Date,
): Session<Shown> {
  const inHand = new Set(
    [session.current, ...session.upcoming, ...session.returning].map((item) => item?.questionId),
  );
  const fresh = items.filter(
    ({ questionId }) => !inHand.has(questionId) && !graded.has(questionId),
  );
  const upcoming = [...session.upcoming, ...fresh].toSorted(
    (a, b) => kind(a.memory) - kind(b.memory),
  );
  return moveOn({ ...session, upcoming }, now);
}

/** Leaves out questions that were graded elsewhere or put away. */
export function leaveOut<Shown>(
  session: Session<Shown>,
  questionIds: ReadonlySet<string>,
  now: Date,
): Session<Shown> {
  const keep = (item: SessionItem<Shown>) => !questionIds.has(item.questionId);
  const { current } = session;
  return moveOn(
    {
      ...session,
      current: current && keep(current) ? current : null,
      upcoming: session.upcoming.filter(keep),
      returning: session.returning.filter(keep),
    },
    now,
    current?.topic,
  );
}

/** When the next step returns; null when none does. */
export function nextReturn<Shown>({ returning }: Session<Shown>): Date | null {
  const [first] = returning;
  return first && first.memory.phase !== "new" ? first.memory.dueAt : null;
}

function without<Shown>(session: Session<Shown>, questionId: string) {
  const others = ({ questionId: id }: SessionItem<Shown>) => id !== questionId;
  return {
    upcoming: session.upcoming.filter(others),
    returning: session.returning.filter(others),
  };
}

function byDue<Shown>(items: SessionItem<Shown>[]): SessionItem<Shown>[] {
  return items.toSorted((a, b) => dueTime(a) - dueTime(b));
}

/** Where a question stands in a session: steps, then reviews, then new ones. */
function kind(memory: Memory | undefined): number {
  if (memory?.phase === "new") return 2;
  return memory?.phase === "review" ? 1 : 0;
}

function dueTime({ memory }: SessionItem<unknown>): number {
  return memory.phase === "new" ? 0 : memory.dueAt.getTime();
}

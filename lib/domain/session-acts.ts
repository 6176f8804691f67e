import type { Rating } from "./rating";
import { schedule, type Scheduling } from "./schedule";
import {
  type Act,
  dueTime,
  moveOn,
  type OtherAct,
  type Session,
  type SessionItem,
  show,
  without,
} from "./session";
import { endOfStudyDay } from "./study-day";

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

function byDue<Shown>(items: SessionItem<Shown>[]): SessionItem<Shown>[] {
  return items.toSorted((a, b) => dueTime(a) - dueTime(b));
}

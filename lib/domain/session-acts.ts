import { NEW_MEMORY } from "./memory";
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
  if (session.mode === "practice") return practise(session, item, grade, now);
  const { memory } = schedule({ id, memory: item.memory }, grade.rating, now, scheduling);
  const returns = memory.phase === "review" ? [] : [{ ...item, memory }];
  const today = endOfStudyDay(now, scheduling);
  const comesToday = memory.phase !== "review" && memory.dueAt < today;
  const after = without(session, new Set([id]));
  return moveOn(
    done(
      { ...after, returning: byDue([...after.returning, ...returns]) },
      {
        ...grade,
        kind: "grade",
        item,
        at: now,
        wasOpen: session.isOpen,
        took: comesToday ? 0 : 1,
        memory,
      },
    ),
    now,
  );
}

/** Practice leaves the memory as it is; what was not recalled is gone over once more at the end. */
function practise<Shown>(
  session: Session<Shown>,
  item: SessionItem<Shown>,
  grade: { id: string; rating: Rating; missed: string[] | null },
  now: Date,
): Session<Shown> {
  const slipped = grade.rating === 1;
  const after = without(session, new Set([item.questionId]));
  const returning = slipped ? [...after.returning, item] : after.returning;
  const { memory } = item;
  const wasOpen = session.isOpen;
  const took = slipped ? 0 : 1;
  const act = { ...grade, kind: "grade" as const, item, at: now, wasOpen, took, memory };
  return moveOn(done({ ...after, returning }, act), now);
}

/** The session after another act: a question that was put away is gone, and the next one shown. */
export function actOn<Shown>(
  session: Session<Shown>,
  item: SessionItem<Shown>,
  { id, kind }: { id: string; kind: OtherAct },
  now: Date,
): Session<Shown> {
  const act = { id, kind, item, at: now, wasOpen: session.isOpen };
  switch (kind) {
    case "suspend":
    case "bury":
      return moveOn(
        done(without(session, new Set([item.questionId])), { ...act, took: 1 }),
        now,
        item.topic,
      );
    case "flag":
      return done(changed(session, item.questionId, { flagged: !item.flagged }), {
        ...act,
        took: 0,
      });
    case "reset":
      return done(changed(session, item.questionId, { memory: NEW_MEMORY }), { ...act, took: 0 });
    case "asked":
      return done(session, { ...act, took: 0 });
  }
}

/**
 * Takes an act back, be it of this session or of an earlier one: its question is shown again as it was,
 * and where a question was put away while its answer was shown, with that.
 */
export function takeBack<Shown>(session: Session<Shown>, act: Act<Shown>): Session<Shown> {
  const before = {
    ...session,
    acts: session.acts.filter(({ id }) => id !== act.id),
    left: session.left + act.took,
    changes: session.changes + 1,
  };
  const { item, kind } = act;
  switch (kind) {
    case "asked":
      return before;
    case "flag":
      return changed(before, item.questionId, { flagged: item.flagged });
    case "reset":
      return changed(before, item.questionId, { memory: item.memory });
    case "grade":
      return shownAgain(before, item);
    case "suspend":
    case "bury":
      return { ...shownAgain(before, item), isOpen: act.wasOpen };
  }
}

function shownAgain<Shown>(session: Session<Shown>, item: SessionItem<Shown>): Session<Shown> {
  const { current, upcoming, ...others } = without(session, new Set([item.questionId]));
  const next = current ? [current, ...upcoming] : upcoming;
  return show({ ...others, current, upcoming: next }, item);
}

function done<Shown>(session: Session<Shown>, act: Act<Shown>): Session<Shown> {
  const { acts, left, changes } = session;
  return { ...session, acts: [...acts, act], left: left - act.took, changes: changes + 1 };
}

/** With the question shown as it is now, where it is this one. */
function changed<Shown>(
  session: Session<Shown>,
  questionId: string,
  now: Partial<SessionItem<Shown>>,
): Session<Shown> {
  const { current } = session;
  if (current?.questionId !== questionId) return session;
  return { ...session, current: { ...current, ...now } };
}

function byDue<Shown>(items: SessionItem<Shown>[]): SessionItem<Shown>[] {
  return items.toSorted((a, b) => dueTime(a) - dueTime(b));
}

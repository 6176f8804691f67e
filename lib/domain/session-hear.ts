import {
  dueTime,
  grades,
  type Heard,
  inHand,
  kindOf,
  moveOn,
  type Session,
  type SessionItem,
  without,
} from "./session";

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
  const current = session.isOpen ? session.current : stillWaits(session, heard, listed);
  const isPractice = session.mode === "practice";
  return moveOn(
    {
      ...session,
      current,
      upcoming: items.filter(({ questionId }) => questionId !== current?.questionId),
      returning: session.returning.filter(
        (step) =>
          !listed.has(step.questionId) && (isPractice || dueTime(step) > now.getTime() || !isAll),
      ),
      left: heard.left + (isPractice ? toGoOverAgain(session) : 0),
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
  const upcoming = [...session.upcoming, ...fresh];
  if (session.mode === "scheduled") upcoming.sort((a, b) => kindOf(a.memory) - kindOf(b.memory));
  return moveOn({ ...session, upcoming }, now);
}

/** How many of a practice were answered already, and come once more: the server counts them no longer. */
function toGoOverAgain<Shown>(session: Session<Shown>): number {
  const answered = new Set(grades(session).map(({ item }) => item.questionId));
  const { current, returning } = session;
  return returning.length + (current && answered.has(current.questionId) ? 1 : 0);
}

/** The question shown, as the server knows it; null when it waits no longer. */
function stillWaits<Shown>(
  { current, mode }: Session<Shown>,
  heard: Heard<Shown>,
  listed: ReadonlyMap<string, SessionItem<Shown>>,
): SessionItem<Shown> | null {
  if (!current) return null;
  const { questionId } = current;
  // Whoever practises has chosen what; and what comes once more the server leaves out.
  const isThere =
    mode === "practice" ||
    !heard.isAll ||
    heard.items.some((item) => item.questionId === questionId);
  return listed.get(questionId) ?? (isThere ? current : null);
}

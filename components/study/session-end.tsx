"use client";

import { useEffect, useRef } from "react";
import { grades, isAtItsEnd, isUsedUp, nextReturn, type Session } from "@/lib/domain/session";
import { howItWent } from "@/lib/domain/session-went";
import { endOfStudyDay } from "@/lib/domain/study-day";
import { isOfWaiting, type StudyScope } from "@/lib/domain/study-scope";
import { whatNext } from "@/lib/domain/what-next";
import type { Shown, WireSession } from "@/lib/offline/session-items";
import styles from "./session-end.module.css";
import { SessionSummary } from "./session-summary";

type Props = {
  id: string;
  scope: StudyScope;
  session: Session<Shown>;
  /** Why more questions can't be had just now. */
  trouble: "unreachable" | "busy" | null;
  ahead: WireSession;
  now: Date;
  onGoOn: () => void;
};

/** When nothing waits: when something will, how the session went, and how to go on. */
export function SessionEnd({ trouble, ...props }: Props) {
  const { session, now } = props;
  const page = useRef<HTMLElement>(null);
  const isWaiting = !isAtItsEnd(session, now);
  // What was read aloud goes on here.
  const takesFocus = session.acts.length > 0;
  useEffect(() => {
    if (takesFocus) page.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <main
      id="main"
      ref={page}
      tabIndex={-1}
      className={styles.end}
      aria-busy={isWaiting}
      aria-labelledby="ended"
    >
      {isWaiting ? <OnItsWay trouble={trouble} /> : <Done {...props} />}
    </main>
  );
}

function OnItsWay({ trouble }: Pick<Props, "trouble">) {
  switch (trouble) {
    case null:
      return (
        <h1 id="ended" className={styles.late}>
          The next question is on its way
        </h1>
      );
    case "unreachable":
      return (
        <>
          <h1 id="ended">The server does not answer</h1>
          <p>Your answers are kept. When it is back they go out, and the next question comes.</p>
        </>
      );
    case "busy":
      return (
        <>
          <h1 id="ended">The server is busy</h1>
          <p>Your answers are kept. It is asked again, and the next question comes by itself.</p>
        </>
      );
  }
}

function Done({ id, scope, session, ahead, now, onGoOn }: Omit<Props, "trouble">) {
  const { topicTitle, dueTomorrow, settings } = ahead;
  const went = howItWent(
    grades(session).map(({ item, rating, missed }) => ({
      questionId: item.questionId,
      prompt: item.shown.prompt,
      rating,
      missed: missed ?? [],
    })),
  );
  const told = ahead.nextDueAt === null ? null : new Date(ahead.nextDueAt);
  const ended = {
    ...ahead,
    scope,
    answered: went.answered,
    missedIn: went.missed.length > 0 ? id : null,
    left: session.left,
    ready: isUsedUp(session, now) && session.left > 0,
    nextDueAt: nextReturn(session) ?? (isOfWaiting(scope) ? told : null),
    endOfDay: endOfStudyDay(now, settings),
    isHere: true,
  };
  return (
    <SessionSummary
      next={whatNext(ended, now, settings.zone)}
      went={went}
      dueTomorrow={dueTomorrow}
      topicTitle={topicTitle}
      onGoOn={onGoOn}
    />
  );
}

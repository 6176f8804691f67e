"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import button from "@/components/ui/button.module.css";
import { firstLine } from "@/lib/domain/first-line";
import { RATING_NAMES, RATINGS } from "@/lib/domain/rating";
import { type Graded, grades, nextReturn, type Session } from "@/lib/domain/session";
import { endOfStudyDay } from "@/lib/domain/study-day";
import { whatNext } from "@/lib/domain/what-next";
import type { Shown, WireSession } from "@/lib/offline/session-items";
import styles from "./session-end.module.css";

type Props = {
  session: Session<Shown>;
  /** Why more questions can't be had just now. */
  trouble: "unreachable" | "busy" | null;
  ahead: WireSession;
  weakest: boolean;
  now: Date;
};

/** When nothing waits: when something will, and how the session went. */
export function SessionEnd({ session, trouble, ahead, weakest, now }: Props) {
  const page = useRef<HTMLElement>(null);
  const { acts, hasMore } = session;
  // What was read aloud goes on here.
  const takesFocus = acts.length > 0;
  useEffect(() => {
    if (takesFocus) page.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <main id="main" ref={page} tabIndex={-1} className={styles.end} aria-busy={hasMore}>
      {hasMore ? (
        <OnItsWay trouble={trouble} />
      ) : (
        <Done session={session} ahead={ahead} weakest={weakest} now={now} />
      )}
    </main>
  );
}

function OnItsWay({ trouble }: Pick<Props, "trouble">) {
  switch (trouble) {
    case null:
      return <h1 className={styles.late}>The next question is on its way</h1>;
    case "unreachable":
      return (
        <>
          <h1>The server does not answer</h1>
          <p>Your answers are kept. When it is back they go out, and the next question comes.</p>
        </>
      );
    case "busy":
      return (
        <>
          <h1>The server is busy</h1>
          <p>Your answers are kept. It is asked again, and the next question comes by itself.</p>
        </>
      );
  }
}

function Done({ session, ahead, weakest, now }: Omit<Props, "trouble">) {
  const { topicTitle, dueTomorrow, elsewhere, heldBack } = ahead;
  const done = grades(session);
  const told = weakest || ahead.nextDueAt === null ? null : new Date(ahead.nextDueAt);
  const nextDueAt = nextReturn(session) ?? told;
  const endOfDay = endOfStudyDay(now, ahead.settings);
  const scope = { topicTitle, weakest, heldBack, elsewhere };
  const { heading, notes, next } = whatNext(
    { ...scope, nextDueAt, endOfDay, answered: done.length },
    now,
    ahead.settings.zone,
  );
  return (
    <>
      <h1>{heading}</h1>
      {notes.length > 0 && <p>{notes.join(" ")}</p>}
      <Link href={next.href} className={button.go}>
        {next.text}
      </Link>
      {done.length > 0 && (
        <HowItWent done={done} dueTomorrow={dueTomorrow} topicTitle={topicTitle} />
      )}
    </>
  );
}

type Went = { done: Graded<Shown>[]; dueTomorrow: number; topicTitle: string | null };

function HowItWent({ done, dueTomorrow, topicTitle }: Went) {
  const slipped = uniqueQuestions(done.filter(({ rating }) => rating === 1));
  const missed = done.filter((graded) => graded.missed && graded.missed.length > 0);
  const counts = RATINGS.map((rating) => ({
    name: RATING_NAMES[rating],
    count: done.filter((graded) => graded.rating === rating).length,
  }));
  return (
    <>
      <p>
        You answered {done.length === 1 ? "once" : `${done.length} times`}:{" "}
        {counts
          .filter(({ count }) => count > 0)
          .map(({ name, count }) => `${count} ${name}`)
          .join(", ")}
        . {tomorrowText(dueTomorrow, topicTitle)}
      </p>
      {slipped.length > 0 && (
        <section aria-labelledby="slipped">
          <h2 id="slipped">What slipped</h2>
          <ul>
            {slipped.map(({ item }) => (
              <li key={item.questionId}>
                <Link href={`/questions/${item.questionId}`} prefetch={false}>
                  {firstLine(item.shown.prompt)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {missed.length > 0 && (
        <section aria-labelledby="missed">
          <h2 id="missed">Points you missed</h2>
          <ul>
            {missed.flatMap(({ id, missed: points }) =>
              (points ?? []).map((point) => <li key={`${id} ${point}`}>{point}</li>),
            )}
          </ul>
        </section>
      )}
    </>
  );
}

function tomorrowText(due: number, topicTitle: string | null): string {
  const of = topicTitle === null ? "" : ` of ${topicTitle}`;
  return due === 0 ? `Nothing${of} comes up tomorrow.` : `${due}${of} will come up tomorrow.`;
}

function uniqueQuestions(done: Graded<Shown>[]): Graded<Shown>[] {
  return [...new Map(done.map((graded) => [graded.item.questionId, graded])).values()];
}

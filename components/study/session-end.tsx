"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { firstLine } from "@/lib/domain/first-line";
import { RATING_NAMES, RATINGS } from "@/lib/domain/rating";
import { type Graded, grades, nextReturn, type Session } from "@/lib/domain/session";
import { endOfStudyDay } from "@/lib/domain/study-day";
import { nothingWaitsText } from "@/lib/domain/what-waits";
import type { Shown, WireSession } from "@/lib/offline/session-items";
import styles from "./session-end.module.css";

type Props = {
  session: Session<Shown>;
  /** Why more questions can't be had just now. */
  trouble: "unreachable" | "busy" | null;
  ahead: Pick<WireSession, "nextDueAt" | "dueTomorrow" | "heldBack" | "settings">;
  now: Date;
};

/** When nothing waits: when something will, and how the session went. */
export function SessionEnd({ session, trouble, ahead, now }: Props) {
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
        <Done session={session} ahead={ahead} now={now} />
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

function Done({ session, ahead, now }: Omit<Props, "trouble">) {
  const { zone, newPerDay } = ahead.settings;
  const done = grades(session);
  const told = ahead.nextDueAt === null ? null : new Date(ahead.nextDueAt);
  const next = nextReturn(session) ?? told;
  const nothing = next === null && done.length === 0;
  const isToday = next !== null && next > now && next < endOfStudyDay(now, ahead.settings);
  return (
    <>
      <h1>
        {nothing
          ? "There is nothing to study yet"
          : nothingWaitsText({ nextDueAt: next, heldBack: ahead.heldBack }, now, zone)}
      </h1>
      {nothing && <WhatToDo newPerDay={newPerDay} />}
      {isToday && <p>It comes up here by itself; you can leave this page open.</p>}
      {done.length > 0 && <HowItWent done={done} dueTomorrow={ahead.dueTomorrow} />}
    </>
  );
}

function WhatToDo({ newPerDay }: { newPerDay: number }) {
  if (newPerDay === 0)
    return (
      <p>
        Your limit is no new question a day.{" "}
        <Link href="/settings" prefetch={false}>
          Change the limit
        </Link>
      </p>
    );
  return (
    <p>
      Add Markdown documents with questions and answers, or put them into the content folder.{" "}
      <Link href="/documents" prefetch={false}>
        Add documents
      </Link>
    </p>
  );
}

function HowItWent({ done, dueTomorrow }: { done: Graded<Shown>[]; dueTomorrow: number }) {
  const slipped = uniqueQuestions(done.filter(({ rating }) => rating === 1));
  const missed = done.filter((graded) => graded.missed && graded.missed.length > 0);
  const counts = RATINGS.map((rating) => ({
    name: RATING_NAMES[rating],
    count: done.filter((graded) => graded.rating === rating).length,
  }));
  return (
    <>
      <p>
        You answered {done.length} {done.length === 1 ? "question" : "questions"}:{" "}
        {counts
          .filter(({ count }) => count > 0)
          .map(({ name, count }) => `${count} ${name}`)
          .join(", ")}
        .{" "}
        {dueTomorrow === 0 ? "Nothing comes up tomorrow." : `${dueTomorrow} will come up tomorrow.`}
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

function uniqueQuestions(done: Graded<Shown>[]): Graded<Shown>[] {
  return [...new Map(done.map((graded) => [graded.item.questionId, graded])).values()];
}

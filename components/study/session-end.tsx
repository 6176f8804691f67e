"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { firstLine } from "@/lib/domain/first-line";
import { RATING_NAMES, RATINGS } from "@/lib/domain/rating";
import { type Graded, nextReturn, type Session } from "@/lib/domain/session";
import { scopeParams, type StudyScope } from "@/lib/domain/study-scope";
import { untilText } from "@/lib/domain/spoken-time";
import type { Shown } from "@/lib/offline/session-items";
import { ask } from "@/lib/offline/ask";
import type { Json } from "@/lib/wire/json";
import type { Ahead, StudySession } from "@/lib/wire/session";
import styles from "./session-end.module.css";

type Props = {
  session: Session<Shown>;
  /** Whether all is done; if not, whether more is on its way or the server does not answer. */
  state: "done" | "loading" | "cut off";
  scope: StudyScope;
  wire: StudySession;
  /** Sends what is not sent yet; false when the server does not answer. */
  send: () => Promise<boolean>;
};

/** When nothing waits: when something will, and how the session went. */
export function SessionEnd({ session, state, scope, wire, send }: Props) {
  const ahead = useAhead(wire, scope, session.done.length, send);
  const returns = nextReturn(session);
  const next = returns ?? (ahead.nextDueAt === null ? null : new Date(ahead.nextDueAt));
  const nothing = next === null && session.done.length === 0;
  if (state === "loading")
    return (
      <main id="main" className={styles.end} aria-busy="true">
        <h1 className={styles.late}>The next question is on its way</h1>
      </main>
    );
  if (state === "cut off")
    return (
      <main id="main" className={styles.end}>
        <h1>The server does not answer</h1>
        <p>Your answers are kept here. When it is back they go out, and the next question comes.</p>
      </main>
    );
  return (
    <main id="main" className={styles.end}>
      <h1>
        {nothing ? "There is nothing to study yet" : untilText(next, wire.now, wire.settings.zone)}
      </h1>
      {nothing && <WhatToDo newPerDay={wire.settings.newPerDay} />}
      {returns && <p>It comes back here by itself; you can leave this page open.</p>}
      {session.done.length > 0 && <HowItWent done={session.done} dueTomorrow={ahead.dueTomorrow} />}
    </main>
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
            {missed.flatMap(({ reviewId, missed: points }) =>
              (points ?? []).map((point) => <li key={`${reviewId} ${point}`}>{point}</li>),
            )}
          </ul>
        </section>
      )}
    </>
  );
}

/** What the server says comes next, asked again once the session's reviews are there. */
function useAhead(
  wire: Ahead,
  scope: StudyScope,
  done: number,
  send: () => Promise<boolean>,
): Ahead | Json<Ahead> {
  const [ahead, setAhead] = useState<Ahead | Json<Ahead>>(wire);
  const { nextDueAt } = wire;
  useEffect(() => {
    // Where the page knew of none, grades of an earlier one may have been on their way.
    if (done === 0 && nextDueAt !== null) return;
    send()
      .then(() => ask("GET /api/session", { ...scopeParams(scope), limit: 1 }))
      .then((answer) => answer.ok && setAhead(answer.value))
      .catch(() => undefined);
  }, [done, nextDueAt, scope, send]);
  return ahead;
}

function uniqueQuestions(done: Graded<Shown>[]): Graded<Shown>[] {
  return [...new Map(done.map((graded) => [graded.item.questionId, graded])).values()];
}

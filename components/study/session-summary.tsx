import Link from "next/link";
import { NextSteps } from "@/components/ui/next-steps";
import { firstLine } from "@/lib/domain/first-line";
import { RATING_NAMES } from "@/lib/domain/rating";
import type { MissedQuestion, Went } from "@/lib/domain/session-went";
import { counted } from "@/lib/domain/counted";
import type { WhatNext } from "@/lib/domain/what-next";
import styles from "./session-end.module.css";

type Props = {
  next: WhatNext;
  went: Went;
  dueTomorrow: number;
  topicTitle: string | null;
  onGoOn?: () => void;
};

/** Where a session ended: what is so now, what to do next, and how it went. */
export function SessionSummary({ next, went, dueTomorrow, topicTitle, onGoOn }: Props) {
  const { heading, notes, steps } = next;
  return (
    <>
      <h1 id="ended">{heading}</h1>
      {notes.length > 0 && <p>{notes.join(" ")}</p>}
      <NextSteps steps={steps} {...(onGoOn && { onGoOn })} />
      {went.answered > 0 && (
        <p>
          {wentText(went)} {tomorrowText(dueTomorrow, topicTitle)}
        </p>
      )}
      {went.missed.length > 0 && <WhatWasMissed missed={went.missed} />}
    </>
  );
}

function WhatWasMissed({ missed }: Pick<Went, "missed">) {
  return (
    <section aria-labelledby="missed">
      <h2 id="missed">What you missed</h2>
      <ol className={styles.missed}>
        {missed.map((question) => (
          <Missed key={question.questionId} {...question} />
        ))}
      </ol>
    </section>
  );
}

/** As many points of a question are shown; the others are folded. */
const SHOWN = 3;

function Missed({ questionId, prompt, slipped, points }: MissedQuestion) {
  const folded = points.slice(SHOWN);
  return (
    <li>
      <Link href={`/questions/${questionId}`} prefetch={false}>
        {firstLine(prompt)}
      </Link>
      {slipped && <span className={styles.slipped}> {RATING_NAMES[1]}</span>}
      <Points points={points.slice(0, SHOWN)} />
      {folded.length > 0 && (
        <details>
          <summary>{counted(folded.length, "more point")}</summary>
          <Points points={folded} />
        </details>
      )}
    </li>
  );
}

function Points({ points }: { points: readonly string[] }) {
  if (points.length === 0) return null;
  return (
    <ul>
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}

function wentText({ answered, given }: Went): string {
  const grades = given.map(({ rating, times }) => `${times} ${RATING_NAMES[rating]}`);
  const times = answered === 1 ? "once" : `${answered} times`;
  return `You answered ${times}: ${grades.join(", ")}.`;
}

function tomorrowText(due: number, topicTitle: string | null): string {
  const of = topicTitle === null ? "" : ` of ${topicTitle}`;
  return due === 0 ? `Nothing${of} comes up tomorrow.` : `${due}${of} will come up tomorrow.`;
}

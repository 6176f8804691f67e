import Link from "next/link";
import type { ReactNode } from "react";
import button from "@/components/ui/button.module.css";
import { NextSteps } from "@/components/ui/next-steps";
import { PageTitle } from "@/components/ui/page-title";
import { awayText } from "@/lib/domain/interview";
import { MOCK_START } from "@/lib/domain/mock";
import { pointsText } from "@/lib/domain/points-text";
import { readinessOf } from "@/lib/domain/readiness";
import { sheetAddress } from "@/lib/domain/sheet-address";
import { spokenTime } from "@/lib/domain/spoken-time";
import { studyAddress } from "@/lib/domain/study-scope";
import { sumOfFigures } from "@/lib/domain/topic";
import type { InterviewAhead, InterviewView } from "@/lib/wire/interviews";
import styles from "./interview.module.css";
import { OtherInterviews } from "./other-interviews";
import { readinessText, restsOnText } from "./readiness-text";
import { TopicsReady } from "./topics-ready";

/** A form that has only a button. */
export type Press = (form: FormData) => Promise<void>;

type Props = InterviewView & {
  end: Press;
  putAway: Press;
  /** What else is told of the one that is prepared for. */
  children?: ReactNode;
};

/** The interview that is prepared for: when it is, what will be recalled then, and what to do. */
export function InterviewPage({ ahead, others, now, zone, end, putAway, children }: Props) {
  return (
    <main id="main" className={styles.page}>
      <PageTitle>Interview</PageTitle>
      {ahead ? (
        <>
          <Ahead ahead={ahead} now={now} zone={zone} />
          {children}
          <Changes id={ahead.interview.id} end={end} putAway={putAway} />
        </>
      ) : (
        <NoneAhead />
      )}
      <OtherInterviews interviews={others} now={now} zone={zone} putAway={putAway} />
    </main>
  );
}

function NoneAhead() {
  return (
    <>
      <h1>No interview to prepare for</h1>
      <p>
        Say when it is, how many minutes a day you have and which topics matter: you will see what
        you would recall on the day, and each day&apos;s questions are chosen for it.
      </p>
      <Link href="/interview/new" prefetch={false} className={button.go}>
        Add an interview
      </Link>{" "}
      <Link href={MOCK_START} prefetch={false} className={`${button.quiet} ${styles.beside}`}>
        Mock interview
      </Link>
    </>
  );
}

type AheadProps = Pick<InterviewView, "now" | "zone"> & { ahead: InterviewAhead };

function Ahead({ ahead: { interview, daysLeft, topics }, now, zone }: AheadProps) {
  const figures = sumOfFigures(topics);
  const told = readinessOf(figures);
  return (
    <>
      <h1>{interview.title}</h1>
      <p className={styles.about}>
        {awayText(daysLeft)[0]?.toUpperCase()}
        {awayText(daysLeft).slice(1)}, {spokenTime(interview.at, now, zone)}.{" "}
        {interview.minutesPerDay} minutes a day{daysText(interview.days)}.
      </p>
      <p className={styles.readiness}>{readinessText(told, figures)}</p>
      <p className={styles.about}>{restsOnText(figures)}</p>
      <p className={styles.about}>{pointsText(figures)}</p>
      <NextSteps
        isLarge
        steps={[
          { href: studyAddress({}), text: "Study" },
          { href: "/weak-areas", text: "What hurts" },
          { href: MOCK_START, text: "Mock interview" },
        ]}
      />
      <section aria-labelledby="topics">
        <h2 id="topics">What will you recall of each topic?</h2>
        <TopicsReady topics={topics} />
        <p>
          <Link href={sheetAddress()} prefetch={false}>
            Their key points on a sheet
          </Link>
        </p>
      </section>
    </>
  );
}

const DAY_NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function daysText(days: readonly number[]): string {
  return days.length === 7 ? "" : ` on ${days.map((day) => DAY_NAMES[day - 1]).join(", ")}`;
}

function Changes({ id, end, putAway }: { id: string; end: Press; putAway: Press }) {
  return (
    <div className={styles.acts}>
      <Link href={`/interview/${id}`} prefetch={false} className={button.button}>
        Change it
      </Link>
      <form action={end}>
        <input type="hidden" name="id" value={id} />
        <button type="submit" className={button.button}>
          It is over
        </button>
      </form>
      <form action={putAway}>
        <input type="hidden" name="id" value={id} />
        <button type="submit" className={button.quiet}>
          Put it away
        </button>
      </form>
    </div>
  );
}

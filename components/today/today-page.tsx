import Link from "next/link";
import { Message } from "@/components/ui/message";
import { NextSteps } from "@/components/ui/next-steps";
import { PageTitle } from "@/components/ui/page-title";
import { stepsInstead } from "@/lib/domain/next-steps";
import { studyAddress } from "@/lib/domain/study-scope";
import { sumOfFigures } from "@/lib/domain/topic";
import { changeOf } from "@/lib/domain/what-next";
import { heldBackText, nothingWaitsText, waitingText } from "@/lib/domain/what-waits";
import type { Today } from "@/lib/wire/topics";
import { Countdown } from "./countdown";
import { FirstVisit } from "./first-visit";
import { LastWeeks } from "./last-weeks";
import { Recall } from "./recall";
import styles from "./today.module.css";
import { WeakestTopics } from "./weakest-topics";

/** What to do now, what would be recalled, what hurts most, and how the last weeks went. */
export function TodayPage(props: Today) {
  const { ready, counts, heldBack, interview, topics, now, zone } = props;
  if (topics.length === 0)
    return (
      <Message
        title="There is nothing to study yet"
        links={[{ href: "/documents", text: "Add documents" }]}
      >
        Add Markdown documents with questions and answers, or put them into the content folder.
      </Message>
    );
  const figures = sumOfFigures(topics);
  const isFirst = figures.seen === 0;
  // What is new can wait without a word while there is enough to do.
  const held = heldBackText(ready ? { ...heldBack, new: 0 } : heldBack);
  return (
    <main id="main" className={styles.today}>
      <PageTitle>Today</PageTitle>
      {interview && <Countdown interview={interview} figures={figures} />}
      <h1>{ready ? waitingText(counts) : nothingWaitsText(props, now, zone)}</h1>
      {ready && (
        <>
          <p>{minutesText(props.minutes)}</p>
          <NextSteps steps={STUDY} isLarge />
        </>
      )}
      {held && (
        <p>
          {held}{" "}
          <Link href={changeOf(heldBack).href} prefetch={false}>
            {changeOf(heldBack).text}
          </Link>
        </p>
      )}
      {!ready && <NextSteps steps={stepsInstead(null, props)} />}
      {isFirst ? (
        <FirstVisit />
      ) : (
        <>
          <Recall figures={figures} interview={interview} zone={zone} />
          <WeakestTopics worst={props.worst} topics={topics} />
          <LastWeeks answers={props.lastWeeks} today={props.answeredToday} />
        </>
      )}
    </main>
  );
}

/** All that waits, or some of it. */
const STUDY = [
  { href: studyAddress({}), text: "Study" },
  { href: studyAddress({ length: { questions: 10 } }), text: "10 questions" },
  { href: studyAddress({ length: { minutes: 20 } }), text: "20 minutes" },
];

function minutesText({ minutes, answers }: Today["minutes"]): string {
  const about = `About ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  return answers === 0
    ? `${about}, at a minute each: there are too few answers to say better.`
    : `${about}, by your last ${answers} answers.`;
}

import Link from "next/link";
import { Message } from "@/components/ui/message";
import { NextSteps } from "@/components/ui/next-steps";
import { PageTitle } from "@/components/ui/page-title";
import { PartsBar } from "@/components/ui/parts-bar";
import { stepsInstead } from "@/lib/domain/next-steps";
import { studyAddress } from "@/lib/domain/study-scope";
import { ratedIn, recallText, sumOfFigures, type TopicNode } from "@/lib/domain/topic";
import { changeOf } from "@/lib/domain/what-next";
import { heldBackText, nothingWaitsText, waitingText } from "@/lib/domain/what-waits";
import type { Today } from "@/lib/wire/topics";
import styles from "./today.module.css";
import { WeakestTopics } from "./weakest-topics";

/** What to do now, how well each topic would be recalled today, and what hurts most. */
export function TodayPage(props: Today) {
  const { ready, counts, heldBack, topics, now, zone } = props;
  if (topics.length === 0)
    return (
      <Message
        title="There is nothing to study yet"
        links={[{ href: "/documents", text: "Add documents" }]}
      >
        Add Markdown documents with questions and answers, or put them into the content folder.
      </Message>
    );
  // What is new can wait without a word while there is enough to do.
  const held = heldBackText(ready ? { ...heldBack, new: 0 } : heldBack);
  return (
    <main id="main" className={styles.today}>
      <PageTitle>Today</PageTitle>
      <h1>{ready ? waitingText(counts) : nothingWaitsText(props, now, zone)}</h1>
      {ready && (
        <>
          <p>{minutesText(props.minutes)}</p>
          <NextSteps steps={STUDY} isLarge />
        </>
      )}
      <p>
        {doneText(props.answeredToday)} {held}{" "}
        {held && (
          <Link href={changeOf(heldBack).href} prefetch={false}>
            {changeOf(heldBack).text}
          </Link>
        )}
      </p>
      {!ready && <NextSteps steps={stepsInstead(null, props)} />}
      <WeakestTopics topics={topics} />
      <section aria-labelledby="recall">
        <h2 id="recall">What would you recall today?</h2>
        <p>{restsOn(topics)}</p>
        <ul className={styles.topics}>
          {topics.map((topic) => (
            <TopicRecall key={topic.path} topic={topic} />
          ))}
        </ul>
      </section>
    </main>
  );
}

/** All that waits, or some of it. */
const STUDY = [
  { href: studyAddress({}), text: "Study" },
  { href: studyAddress({ length: { questions: 10 } }), text: "10 questions" },
  { href: studyAddress({ length: { minutes: 20 } }), text: "20 minutes" },
];

function TopicRecall({ topic }: { topic: TopicNode }) {
  return (
    <li>
      <Link href={`/topics/${topic.path}`} prefetch={false}>
        {topic.title}
      </Link>
      <PartsBar {...topic} />
      <p>{recallText(topic)}</p>
    </li>
  );
}

function minutesText({ minutes, answers }: Today["minutes"]): string {
  const about = `About ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  return answers === 0
    ? `${about}, at a minute each: there are too few answers to say better.`
    : `${about}, by your last ${answers} answers.`;
}

function doneText(answered: number): string {
  if (answered === 0) return "You have answered nothing yet today.";
  return `You have answered ${answered === 1 ? "once" : `${answered} times`} today.`;
}

/** What the figures below rest on; what was graded today says nothing before tomorrow. */
function restsOn(topics: readonly TopicNode[]): string {
  const all = sumOfFigures(topics);
  if (all.seen === 0) return "Nothing can be said before you have studied.";
  if (ratedIn(all) === 0)
    return `${recallText(all)}: what you would recall of them can be said from tomorrow on.`;
  return `${recallText(all)}, predicted by FSRS-6 from your grades before today.`;
}

import Link from "next/link";
import { Message } from "@/components/ui/message";
import button from "@/components/ui/button.module.css";
import { PageTitle } from "@/components/ui/page-title";
import { untilText } from "@/lib/domain/spoken-time";
import { recallPercent, recallText, sumOfFigures, type TopicNode } from "@/lib/domain/topic";
import type { Today } from "@/lib/wire/topics";
import styles from "./today.module.css";
import { WeakestTopics } from "./weakest-topics";

/** What to do now, how well each topic would be recalled today, and what hurts most. */
export function TodayPage(props: Today) {
  const { ready, counts, topics, now, zone } = props;
  if (topics.length === 0)
    return (
      <Message
        title="There is nothing to study yet"
        links={[{ href: "/documents", text: "Add documents" }]}
      >
        Add Markdown documents with questions and answers, or put them into the content folder.
      </Message>
    );
  return (
    <main id="main" className={styles.today}>
      <PageTitle>Today</PageTitle>
      <h1>{ready ? waitingText(counts) : untilText(props.nextDueAt, now, zone)}</h1>
      {ready && (
        <>
          <p>{minutesText(props.minutes)}</p>
          <Link href="/study" className={`${button.go} ${button.large}`}>
            Study
          </Link>
        </>
      )}
      <p>{doneText(props.answeredToday)}</p>
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

function TopicRecall({ topic }: { topic: TopicNode }) {
  return (
    <li>
      <Link href={`/topics/${topic.path}`} prefetch={false}>
        {topic.title}
      </Link>
      <meter
        min={0}
        max={100}
        value={recallPercent(topic) ?? 0}
        aria-label={`Predicted recall of ${topic.title}`}
      />
      <span>
        {recallText(topic) ?? "not seen yet"}, {topic.questions} in all
      </span>
    </li>
  );
}

function waitingText({ new: unseen, learning, review }: Today["counts"]): string {
  const parts = [
    review > 0 && `${review}\u00a0due`,
    learning > 0 && `${learning}\u00a0in\u00a0learning`,
    unseen > 0 && `${unseen}\u00a0new`,
  ];
  return parts.filter((part) => part !== false).join(", ");
}

function minutesText({ minutes, answers }: Today["minutes"]): string {
  const about = `About ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  return answers === 0
    ? `${about}, at a minute each: there are too few answers to say better.`
    : `${about}, by your last ${answers} answers.`;
}

function doneText(answered: number): string {
  if (answered === 0) return "You have answered nothing yet today.";
  return `You have answered ${answered} ${answered === 1 ? "question" : "questions"} today.`;
}

function restsOn(topics: readonly TopicNode[]): string {
  const all = sumOfFigures(topics);
  const recall = recallText(all);
  if (recall === null) return "Nothing can be said before you have studied.";
  return `${recall}, ${all.questions} in all: predicted by FSRS-6 from your grades. A question graded today counts as recalled.`;
}

import Link from "next/link";
import { PageTitle } from "@/components/ui/page-title";
import { firstLine } from "@/lib/domain/first-line";
import { studyAddress } from "@/lib/domain/study-scope";
import type { TopicNode } from "@/lib/domain/topic";
import styles from "./browse.module.css";
import { TopicContents } from "./topic-contents";
import { Trail } from "./trail";

type Props = {
  topic: TopicNode;
  above: TopicNode[];
  questions: { id: string; number: number | null; prompt: string; topicPath: string[] }[];
};

/** A topic: where it lies, what is in it, and its questions. */
export function TopicPage({ topic, above, questions }: Props) {
  const beyond = topic.questions - questions.length;
  return (
    <main id="main" className={styles.page}>
      <PageTitle>{topic.title}</PageTitle>
      <Trail topics={above} />
      <h1>{topic.title}</h1>
      <p className={styles.study}>
        <Link href={studyAddress({ topic: topic.path, weakest: false })} prefetch={false}>
          Study this topic
        </Link>
      </p>
      {topic.children.length > 0 && <TopicContents topics={topic.children} />}
      <h2>Questions</h2>
      <ul className={styles.questions}>
        {questions.map(({ id, number, prompt }) => (
          <li key={id}>
            <Link href={`/questions/${id}`} prefetch={false}>
              {number !== null && <span className={styles.number}>{number}</span>}{" "}
              {firstLine(prompt)}
            </Link>
          </li>
        ))}
      </ul>
      {beyond > 0 && <p>{beyond} more are in the topics above.</p>}
    </main>
  );
}

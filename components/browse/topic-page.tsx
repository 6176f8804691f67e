import Link from "next/link";
import button from "@/components/ui/button.module.css";
import { PageTitle } from "@/components/ui/page-title";
import { studyAddress } from "@/lib/domain/study-scope";
import { heldBackText } from "@/lib/domain/what-waits";
import type { TopicView } from "@/lib/wire/topics";
import styles from "./browse.module.css";
import { QuestionList } from "./question-list";
import { figuresText, TopicContents } from "./topic-contents";
import { Trail } from "./trail";

/** A topic: where it lies, what is in it, and its questions, those without an answer apart. */
export function TopicPage({ topic, above, questions }: TopicView) {
  const answered = questions.filter((question) => question.answered);
  const unanswered = questions.filter((question) => !question.answered);
  const beyond = topic.questions - questions.length;
  return (
    <main id="main" className={styles.page}>
      <PageTitle>{topic.title}</PageTitle>
      <Trail topics={above} />
      <h1>{topic.title}</h1>
      <p className={styles.about}>
        {figuresText(topic)}. {heldBackText({ ...topic.heldBack, new: 0 })}
      </p>
      <p className={styles.study}>
        <Link
          href={studyAddress({ topic: topic.path, weakest: false })}
          prefetch={false}
          className={button.go}
        >
          Study this topic
        </Link>
      </p>
      {topic.children.length > 0 && <TopicContents topics={topic.children} />}
      {answered.length > 0 && (
        <>
          <h2>Questions</h2>
          <QuestionList questions={answered} />
        </>
      )}
      {unanswered.length > 0 && (
        <>
          <h2>Without an answer</h2>
          <p className={styles.about}>The document asks these and leaves the answer to you.</p>
          <QuestionList questions={unanswered} forWriting />
        </>
      )}
      {beyond > 0 && <p>{beyond} more are in the topics above.</p>}
    </main>
  );
}

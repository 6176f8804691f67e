import { Message } from "@/components/ui/message";
import { PageTitle } from "@/components/ui/page-title";
import type { ListedQuestion } from "@/lib/domain/question";
import type { Unanswered } from "@/lib/wire/questions";
import styles from "./browse.module.css";
import { QuestionList } from "./question-list";

/** The questions that nobody answered yet, by topic. */
export function UnansweredPage({ count, questions }: Unanswered) {
  if (count === 0)
    return (
      <Message
        title="Every question has an answer"
        links={[{ href: "/topics", text: "See the topics" }]}
      >
        Questions that a document asks without answering them are listed here until you do.
      </Message>
    );
  const topics = new Map<string, ListedQuestion[]>();
  for (const question of questions) {
    const topic = question.topicPath.join(" › ");
    topics.set(topic, [...(topics.get(topic) ?? []), question]);
  }
  return (
    <main id="main" className={styles.page}>
      <PageTitle>Questions without an answer</PageTitle>
      <h1>Questions without an answer</h1>
      <p className={styles.about}>
        Their documents ask these {count} and leave the answer to you. You can study them as they
        are.
      </p>
      {[...topics].map(([topic, listed]) => (
        <section key={topic}>
          <h2>{topic}</h2>
          <QuestionList questions={listed} />
        </section>
      ))}
      {count > questions.length && <p>{count - questions.length} more come after these.</p>}
    </main>
  );
}

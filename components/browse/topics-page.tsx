import { Message } from "@/components/ui/message";
import { PageTitle } from "@/components/ui/page-title";
import type { TopicsView } from "@/lib/wire/topics";
import styles from "./browse.module.css";
import { ListFilter } from "./list-filter";
import { NarrowedList } from "./narrowed-list";
import { TopicContents } from "./topic-contents";

/** All topics, as a table of contents; or the questions with a mark, of all of them. */
export function TopicsPage({ topics, questions, ...narrowed }: TopicsView) {
  if (topics.length === 0)
    return (
      <Message
        title="There are no topics yet"
        links={[{ href: "/documents", text: "Add documents" }]}
      >
        Topics are the headings of your documents. Add Markdown documents with questions and
        answers, or put them into the content folder.
      </Message>
    );
  const { is } = narrowed.by;
  return (
    <main id="main" className={styles.page}>
      <PageTitle>Topics</PageTitle>
      <h1>Topics</h1>
      <ListFilter topic={null} {...narrowed} />
      {is === null ? (
        <TopicContents topics={topics} />
      ) : (
        <NarrowedList {...narrowed} is={is} questions={questions} topic={null} saysTopic />
      )}
    </main>
  );
}

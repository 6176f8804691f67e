import { Message } from "@/components/ui/message";
import { PageTitle } from "@/components/ui/page-title";
import type { TopicNode } from "@/lib/domain/topic";
import styles from "./browse.module.css";
import { TopicContents } from "./topic-contents";

/** All topics, as a table of contents. */
export function TopicsPage({ topics }: { topics: TopicNode[] }) {
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
  return (
    <main id="main" className={styles.page}>
      <PageTitle>Topics</PageTitle>
      <h1>Topics</h1>
      <TopicContents topics={topics} />
    </main>
  );
}

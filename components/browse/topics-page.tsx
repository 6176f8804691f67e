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
        links={[{ href: "/documents", text: "See what was taken in" }]}
      >
        Topics are the headings of your documents. Put Markdown documents with questions and answers
        into the content folder, and start Rehearse again.
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

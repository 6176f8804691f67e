import { NextSteps } from "@/components/ui/next-steps";
import { PageTitle } from "@/components/ui/page-title";
import { PartsBar } from "@/components/ui/parts-bar";
import type { Besides } from "@/lib/domain/ahead";
import { type Step, stepsInstead } from "@/lib/domain/next-steps";
import { sumOfCounts } from "@/lib/domain/queue";
import { sheetAddress } from "@/lib/domain/sheet-address";
import { studyAddress } from "@/lib/domain/study-scope";
import { heldBackText } from "@/lib/domain/what-waits";
import type { TopicNode } from "@/lib/domain/topic";
import type { ListedRow, TopicView } from "@/lib/wire/topics";
import styles from "./browse.module.css";
import { ListFilter } from "./list-filter";
import { NarrowedList } from "./narrowed-list";
import { QuestionRows } from "./question-rows";
import { figuresText, TopicContents } from "./topic-contents";
import { Trail } from "./trail";

/** A topic: where it lies, what is in it, and its questions, or those of them with a mark. */
export function TopicPage({ topic, above, besides, questions, ...narrowed }: TopicView) {
  const { is } = narrowed.by;
  return (
    <main id="main" className={styles.page}>
      <PageTitle>{topic.title}</PageTitle>
      <Trail topics={above} />
      <h1>{topic.title}</h1>
      <div className={styles.bar}>
        <PartsBar {...topic} />
      </div>
      <p className={styles.about}>
        {figuresText(topic)}. {heldBackText({ ...topic.heldBack, new: 0 })}
      </p>
      <NextSteps steps={[...stepsOf(topic, besides), sheetOf(topic)]} />
      <ListFilter topic={topic.path} {...narrowed} />
      {is === null ? (
        <>
          {topic.children.length > 0 && <TopicContents topics={topic.children} />}
          <Questions questions={questions} beyond={topic.questions - questions.length} />
        </>
      ) : (
        <NarrowedList {...narrowed} is={is} questions={questions} topic={topic.path} saysTopic />
      )}
    </main>
  );
}

type QuestionsProps = { questions: ListedRow[]; beyond: number };

/** The questions of a topic, those without an answer apart. */
function Questions({ questions, beyond }: QuestionsProps) {
  const answered = questions.filter((question) => question.answered);
  const unanswered = questions.filter((question) => !question.answered);
  return (
    <>
      {answered.length > 0 && (
        <>
          <h2>Questions</h2>
          <QuestionRows rows={answered} />
        </>
      )}
      {unanswered.length > 0 && (
        <>
          <h2>Without an answer</h2>
          <p className={styles.about}>The document asks these and leaves the answer to you.</p>
          <QuestionRows rows={unanswered} forWriting />
        </>
      )}
      {beyond > 0 && <p>{beyond} more are in the topics above.</p>}
    </>
  );
}

/** Its key points, to be printed. */
function sheetOf({ path }: TopicNode): Step {
  return { href: sheetAddress(path), text: "Key points on a sheet" };
}

/** What waits of it is studied; where nothing does, it is studied ahead, or practised. */
function stepsOf({ path: topic, counts }: TopicNode, besides: Besides): Step[] {
  const practise = { href: studyAddress({ mode: "practice", topic }), text: "Practise" };
  const study = { href: studyAddress({ topic }), text: "Study this topic" };
  if (sumOfCounts(counts) > 0) return [study, practise];
  const instead = stepsInstead(topic, besides);
  return instead.length > 0 ? [...instead.slice(0, 1), practise, ...instead.slice(1)] : [study];
}

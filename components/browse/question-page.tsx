import { PageTitle } from "@/components/ui/page-title";
import { Prompt, Prose } from "@/components/ui/prose";
import { firstLine } from "@/lib/domain/first-line";
import type { KeyPoint } from "@/lib/domain/question";
import { type MemoryFacts, MemorySummary } from "./memory-summary";
import styles from "./browse.module.css";
import { QuestionActions } from "./question-actions";
import { type ReviewFacts, ReviewList } from "./review-list";
import { Trail } from "./trail";

type Props = {
  id: string;
  topic: string;
  topicPath: string[];
  prompt: string;
  promptHtml: string;
  answerHtml: string | null;
  keyPoints: KeyPoint[];
  document: { path: string };
  line: number;
  retiredAt: Date | null;
  memory: MemoryFacts;
  reviews: ReviewFacts[];
  now: Date;
  zone: string;
};

/** A question with its answer, its key points, the learner's memory of it and its reviews. */
export function QuestionPage(props: Props) {
  const { prompt, promptHtml, answerHtml, keyPoints, document, line, retiredAt } = props;
  return (
    <main id="main" className={styles.page}>
      <PageTitle>{firstLine(prompt)}</PageTitle>
      <Trail topics={topicsOf(props)} />
      <Prompt html={promptHtml} />
      {retiredAt && <p>This question is no longer in its document. Its reviews are kept.</p>}
      <MemorySummary memory={props.memory} now={props.now} zone={props.zone} />
      <QuestionActions questionId={props.id} memory={props.memory} />
      {keyPoints.length > 0 && (
        <section aria-labelledby="key-points" className={styles.points}>
          <h2 id="key-points">Key points</h2>
          <ol>
            {keyPoints.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ol>
        </section>
      )}
      <section aria-labelledby="answer">
        <h2 id="answer">Answer</h2>
        {answerHtml === null ? (
          <p>The document has no answer to this question.</p>
        ) : (
          <Prose html={answerHtml} />
        )}
      </section>
      {props.reviews.length > 0 && <ReviewList reviews={props.reviews} zone={props.zone} />}
      <p className={styles.source}>
        {document.path}, line {line}
      </p>
    </main>
  );
}

/** Title and address of each topic that the question lies in. */
function topicsOf({ topic, topicPath }: Pick<Props, "topic" | "topicPath">) {
  const slugs = topic.split("/");
  return topicPath.map((title, i) => ({ title, path: slugs.slice(0, i + 1).join("/") }));
}

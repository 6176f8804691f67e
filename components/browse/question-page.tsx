import type { Answer } from "@/components/documents/answer-form";
import { AnswerChange } from "@/components/own-words/answer-change";
import { AnswerWithOwnWords } from "@/components/own-words/answer-with-own-words";
import { CoreMark } from "@/components/own-words/core-mark";
import type { OwnTextActions, SavePoints } from "@/components/own-words/own-text-actions";
import { PointsDisclosure } from "@/components/own-words/points-disclosure";
import { PageTitle } from "@/components/ui/page-title";
import { Prompt } from "@/components/ui/prose";
import type { Difference } from "@/lib/domain/difference";
import { firstLine } from "@/lib/domain/first-line";
import type { OwnWords, PointsToChoose, ShownText } from "@/lib/domain/own-words";
import type { MemoryView } from "@/lib/domain/memory";
import type { KeyPoint } from "@/lib/domain/question";
import { MemorySummary } from "./memory-summary";
import styles from "./browse.module.css";
import { type MergeFacts, MergedWith } from "./merged-with";
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
  own: OwnWords<ShownText>;
  change: { prompt: Difference[] | null; answer: Difference[] | null } | null;
  choices: PointsToChoose;
  keyPoints: KeyPoint[];
  document: { path: string };
  line: number;
  retiredAt: Date | null;
  memory: MemoryView;
  reviews: ReviewFacts[];
  merges: MergeFacts[];
  now: Date;
  zone: string;
  actions: OwnTextActions & { savePoints: SavePoints; undo: Answer };
  /** Whether the learner came to write an answer. */
  writesAnswer: boolean;
};

/** A question with its answer, its key points, the learner's memory of it and its reviews. */
export function QuestionPage(props: Props) {
  const { id, prompt, promptHtml, keyPoints, document, line, retiredAt } = props;
  const { savePoints, undo, ...actions } = props.actions;
  return (
    <main id="main" className={styles.page}>
      <PageTitle>{firstLine(prompt)}</PageTitle>
      <Trail topics={topicsOf(props)} />
      <Prompt html={promptHtml} />
      {retiredAt && <p>This question is no longer in its document. Its reviews are kept.</p>}
      <MemorySummary memory={props.memory} now={props.now} zone={props.zone} />
      <QuestionActions questionId={id} memory={props.memory} />
      {props.change && <AnswerChange change={props.change} />}
      <section aria-labelledby="key-points" className={styles.points}>
        <h2 id="key-points">Key points</h2>
        {keyPoints.length > 0 && (
          <ol>
            {keyPoints.map((point) => (
              <li key={point.id}>
                {point.text} {point.core && <CoreMark />}
              </li>
            ))}
          </ol>
        )}
        <PointsDisclosure questionId={id} choices={props.choices} save={savePoints} />
      </section>
      <section aria-labelledby="answer">
        <AnswerWithOwnWords
          questionId={id}
          answerHtml={props.answerHtml}
          own={props.own}
          actions={actions}
          writesAnswer={props.writesAnswer}
        />
      </section>
      <MergedWith merges={props.merges} zone={props.zone} undo={undo} />
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

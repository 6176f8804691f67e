import Link from "next/link";
import type { Answer } from "@/components/documents/answer-form";
import { AnswerChange } from "@/components/own-words/answer-change";
import { AnswerWithOwnWords } from "@/components/own-words/answer-with-own-words";
import { CoreMark } from "@/components/own-words/core-mark";
import type { OwnTextActions, SavePoints } from "@/components/own-words/own-text-actions";
import { PointsDisclosure } from "@/components/own-words/points-disclosure";
import { Lately } from "@/components/study/lately";
import button from "@/components/ui/button.module.css";
import { PageTitle } from "@/components/ui/page-title";
import { Prompt } from "@/components/ui/prose";
import { LeechNotice } from "@/components/study/leech-notice";
import { documentAddress } from "@/lib/domain/document-address";
import { shortLine } from "@/lib/domain/first-line";
import { studyAddress } from "@/lib/domain/study-scope";
import { pointsOfQuestionText } from "@/lib/domain/points-text";
import { isLeech } from "@/lib/domain/leech";
import type { MergeView } from "@/lib/wire/asks";
import type { QuestionView } from "@/lib/wire/questions";
import { MemorySummary } from "./memory-summary";
import styles from "./browse.module.css";
import { MergedWith } from "./merged-with";
import { QuestionActions } from "./question-actions";
import { QuestionsBeside } from "./questions-beside";
import { ReviewList } from "./review-list";
import { Trail } from "./trail";

type Props = QuestionView & {
  /** What was made one with it. */
  merges: MergeView[];
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
      <PageTitle>{shortLine(prompt)}</PageTitle>
      <Trail topics={topicsOf(props)} />
      <Prompt html={promptHtml} />
      {retiredAt && <p>This question is no longer in its document. Its reviews are kept.</p>}
      <MemorySummary
        memory={props.memory}
        comesUpAt={props.comesUpAt}
        now={props.now}
        zone={props.zone}
      />
      {!retiredAt && (
        <p>
          <Link
            href={studyAddress({ mode: "practice", questions: [id] })}
            prefetch={false}
            className={button.go}
          >
            Practise now
          </Link>
        </p>
      )}
      <QuestionActions
        questionId={id}
        name={shortLine(prompt)}
        memory={props.memory}
        isPutOff={isPutOff(props)}
      />
      {isLeech(props.memory.lapses) && !props.memory.suspended && (
        <LeechNotice
          questionId={id}
          name="this question"
          lapses={props.memory.lapses}
          source={`${document.path}, line ${line}`}
        />
      )}
      {props.change && <AnswerChange change={props.change} />}
      <section aria-labelledby="key-points" className={styles.points}>
        <h2 id="key-points">Key points</h2>
        {props.pointsToGive && <p>{pointsOfQuestionText(props.pointsToGive)}</p>}
        {keyPoints.length > 0 && (
          <ol>
            {keyPoints.map((point) => (
              <li key={point.id}>
                {point.text} {point.core && <CoreMark />}{" "}
                {point.slipping && <Lately id={`${point.id}-lately`} lately={point.lately} />}
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
      <QuestionsBeside {...props.beside} />
      <p className={styles.source}>
        {retiredAt ? (
          document.path
        ) : (
          <Link href={documentAddress(document.id, id)} prefetch={false}>
            {document.path}
          </Link>
        )}
        , line {line}
      </p>
    </main>
  );
}

/** Title and address of each topic that the question lies in. */
function topicsOf({ topic, topicPath }: Pick<Props, "topic" | "topicPath">) {
  const slugs = topic.split("/");
  return topicPath.map((title, i) => ({ title, path: slugs.slice(0, i + 1).join("/") }));
}

function isPutOff({ memory: { buriedUntil }, now }: Pick<Props, "memory" | "now">): boolean {
  return buriedUntil !== null && buriedUntil > now;
}

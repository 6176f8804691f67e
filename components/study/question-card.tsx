"use client";

import Link from "next/link";
import dynamic from "next/dynamic";
import { type ReactNode, useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { OwnTextActions } from "@/components/own-words/own-text-actions";
import { answerSections } from "@/lib/domain/answer-sections";
import { proposal } from "@/lib/domain/coverage";
import { assessment, mark, UNMARKED } from "@/lib/domain/marks";
import type { ShownText } from "@/lib/domain/own-words";
import type { Rating } from "@/lib/domain/rating";
import { intervals, type Scheduling } from "@/lib/domain/schedule";
import type { SessionItem } from "@/lib/domain/session";
import type { RecallSettings } from "@/lib/domain/settings";
import type { ChosenWay } from "@/lib/domain/way";
import type { Shown } from "@/lib/offline/session-items";
import type { StudyGrade } from "@/lib/offline/session-store";
import { GradeBar } from "./grade-bar";
import { KeyPoints } from "./key-points";
import { POINT_LETTERS } from "./point-letters";
import { PromptLine } from "./prompt-line";
import { useRecall } from "./recall/use-recall";
import { WayChoice } from "./recall/way-choice";
import { ShowAnswer } from "./show-answer";
import styles from "./study.module.css";
import { useAnswerInSight } from "./use-answer-in-sight";
import { useRoom } from "./use-room";
import { useStudyKeys } from "./use-study-keys";

// Few study so: it is loaded when it is used.
const SectionBySection = dynamic(async () => {
  const { SectionBySection: Loaded } = await import("./section-by-section");
  return Loaded;
});

type Props = {
  question: SessionItem<Shown>;
  isOpen: boolean;
  /** What the buttons' intervals are counted from. */
  now: Date;
  /** Null in practice: the schedule stays as it is. */
  scheduling: Scheduling | null;
  /** After another question: what reads the page aloud goes on here. */
  takesFocus: boolean;
  isSecondTap: () => boolean;
  /** Whether there are points to tick, and whether the answer is opened a section at a time. */
  settings: RecallSettings;
  onOpen: () => void;
  onGrade: (grade: StudyGrade) => void;
  /** How the learner chose to recall, and how they choose another way. */
  chosen: ChosenWay;
  onWay: (way: ChosenWay) => void;
  /** The learner's own answer: whether there is one, and what keeps one. */
  own: { has: boolean; actions: OwnTextActions; onKept: (own: ShownText | null) => void };
  /** What stands under it once it is open. */
  answer: ReactNode;
  ownWords: ReactNode;
  /** What changes how the next ones are opened. */
  manner: ReactNode;
};

/** A question to be recalled; then its points to be marked, its answer, and the grade that follows. */
export function QuestionCard({
  question,
  isOpen,
  now,
  scheduling,
  settings,
  takesFocus,
  ...props
}: Props) {
  const { questionId, topic, memory, shown } = question;
  const [marks, put] = useReducer(mark, UNMARKED);
  const { answerHtml } = shown;
  // Who answers in their own words has no sections to go through.
  const [bySections] = useState(settings.bySections && shown.own.answer === null);
  const sections = useMemo(
    () => (bySections ? answerSections(answerHtml ?? "") : []),
    [bySections, answerHtml],
  );
  const [isRead, setIsRead] = useState(sections.length === 0);
  const isWhole = isOpen && isRead;
  const shownAt = useRef(0);
  const page = useRef<HTMLElement>(null);
  const head = useRef<HTMLParagraphElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const group = useRef<HTMLFieldSetElement>(null);
  const answer = useRef<HTMLElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const days = useMemo(
    () => (isWhole && scheduling ? intervals({ id: questionId, memory }, now, scheduling) : null),
    [isWhole, now, questionId, memory, scheduling],
  );
  const points = isWhole && settings.tickPoints ? shown.keyPoints : [];
  const recall = useRecall({
    question,
    isOpen,
    chosen: props.chosen,
    takesFocus,
    onOpen: props.onOpen,
    own: props.own,
    first: {
      isMarked: marks.none || marks.given.has(points[0]?.id ?? ""),
      mark: () => points[0] && put({ kind: "recalled", id: points[0].id }),
    },
  });
  const proposed = proposal(points, marks) ?? recall.proposed;

  useEffect(() => {
    shownAt.current = performance.now();
    scrollTo({ top: 0 });
    if (takesFocus) page.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  useAnswerInSight(isWhole, { head, group, answer });
  useRoom(line, bar, isOpen);

  function grade(rating: Rating) {
    if (!isWhole) return;
    props.onGrade({
      rating,
      durationMs: msSince(shownAt.current),
      assessed: assessment(marks, points),
      proposedRating: proposed?.rating ?? null,
      cues: sections.length > 0 ? "sections" : "none",
      ...recall.given,
    });
    recall.drop();
  }
  function press(rating: Rating) {
    if (!props.isSecondTap()) grade(rating);
  }
  function go() {
    if (isWhole) press(proposed?.rating ?? 3);
    else if (!isOpen && !props.isSecondTap()) (recall.begin ?? recall.show)();
  }
  const letters = points.flatMap(({ id }, i): [string, () => void][] => {
    const letter = POINT_LETTERS[i];
    if (!letter) return [];
    return [
      [letter, () => put({ kind: "recalled", id })],
      [letter.toUpperCase(), () => put({ kind: "wrong", id })],
    ];
  });
  const none = () => put({ kind: "none" });
  useStudyKeys({
    " ": go,
    Enter: go,
    ...Object.fromEntries(([1, 2, 3, 4] as const).map((rating) => [rating, () => grade(rating)])),
    ...Object.fromEntries(letters),
    ...(points.length > 0 && {
      m: () => put({ kind: "rest", ids: points.map(({ id }) => id) }),
      n: none,
    }),
  });

  return (
    <main id="main" ref={page} tabIndex={-1} className={styles.study}>
      <p ref={head} className={styles.topic}>
        <Link href={`/topics/${topic}`} prefetch={false}>
          {shown.topicPath.join(" › ")}
        </Link>
        {!shown.choices && <WayChoice way={props.chosen} isOver={isOpen} onWay={props.onWay} />}
      </p>
      <PromptLine html={shown.promptHtml} isLine={isOpen} line={line} />
      {recall.below}
      {isOpen && !isRead && (
        <SectionBySection
          sections={sections}
          isSecondTap={props.isSecondTap}
          onWhole={() => setIsRead(true)}
        />
      )}
      {isWhole && (
        <div className={styles.open}>
          {(points.length > 0 || recall.beside) && (
            <div className={styles.side}>
              <div>
                {recall.headline}
                {points.length > 0 && !recall.headline && (
                  <KeyPoints
                    points={points}
                    marks={marks}
                    suggested={recall.suggested}
                    group={group}
                    answer={answer}
                    onTurn={(id) => put({ kind: "turn", id })}
                    onTake={(ids) => put({ kind: "rest", ids })}
                    onNone={none}
                  />
                )}
                {recall.beside}
              </div>
            </div>
          )}
          <section ref={answer} tabIndex={-1} className={styles.answer} aria-labelledby="answer">
            {props.answer}
          </section>
          <div className={styles.words}>
            {props.ownWords}
            <Link href={`/questions/${questionId}#key-points`} prefetch={false}>
              Change the key points
            </Link>
            {props.manner}
          </div>
        </div>
      )}
      <div ref={bar} className={styles.bar} data-at-thumb hidden={isOpen && !isRead}>
        {isWhole ? (
          <GradeBar
            intervals={days}
            marked={points.length > 0 && !recall.headline ? { points, marks } : null}
            proposal={proposed}
            group={group}
            onGrade={press}
          />
        ) : (
          <ShowAnswer onShow={go} name={recall.begin ? "Start speaking" : "Show answer"} />
        )}
      </div>
    </main>
  );
}

function msSince(start: number): number {
  return Math.round(performance.now() - start);
}

"use client";

import Link from "next/link";
import { type ReactNode, useEffect, useMemo, useReducer, useRef } from "react";
import { proposal } from "@/lib/domain/coverage";
import { assessment, mark, UNMARKED } from "@/lib/domain/marks";
import type { Rating } from "@/lib/domain/rating";
import { intervals, type Scheduling } from "@/lib/domain/schedule";
import type { SessionItem } from "@/lib/domain/session";
import type { Shown } from "@/lib/offline/session-items";
import type { StudyGrade } from "@/lib/offline/session-store";
import { GradeBar } from "./grade-bar";
import { KeyPoints } from "./key-points";
import { POINT_LETTERS } from "./point-letters";
import { PromptLine } from "./prompt-line";
import { ShowAnswer } from "./show-answer";
import styles from "./study.module.css";
import { useAnswerInSight } from "./use-answer-in-sight";
import { useRoom } from "./use-room";
import { useStudyKeys } from "./use-study-keys";

type Props = {
  question: SessionItem<Shown>;
  isOpen: boolean;
  /** What the buttons' intervals are counted from. */
  now: Date;
  scheduling: Scheduling;
  /** After another question: what reads the page aloud goes on here. */
  takesFocus: boolean;
  isSecondTap: () => boolean;
  onOpen: () => void;
  onGrade: (grade: StudyGrade) => void;
  /** What stands under it once it is open. */
  answer: ReactNode;
  ownWords: ReactNode;
};

/** A question to be recalled; then its points to be marked, its answer, and the grade that follows. */
export function QuestionCard({ question, isOpen, now, scheduling, takesFocus, ...props }: Props) {
  const { questionId, topic, memory, shown } = question;
  const [marks, put] = useReducer(mark, UNMARKED);
  const shownAt = useRef(0);
  const page = useRef<HTMLElement>(null);
  const head = useRef<HTMLParagraphElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const group = useRef<HTMLFieldSetElement>(null);
  const answer = useRef<HTMLElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const days = useMemo(
    () => (isOpen ? intervals({ id: questionId, memory }, now, scheduling) : null),
    [isOpen, now, questionId, memory, scheduling],
  );
  const points = isOpen ? shown.keyPoints : [];
  const proposed = proposal(points, marks);

  useEffect(() => {
    shownAt.current = performance.now();
    scrollTo({ top: 0 });
    if (takesFocus) page.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  useAnswerInSight(isOpen, { head, group, answer });
  useRoom(line, bar, isOpen);

  function grade(rating: Rating) {
    if (!isOpen) return;
    props.onGrade({
      rating,
      durationMs: msSince(shownAt.current),
      assessed: assessment(marks, points),
      proposedRating: proposed?.rating ?? null,
      cues: "none",
    });
  }
  function press(rating: Rating) {
    if (!props.isSecondTap()) grade(rating);
  }
  function go() {
    if (isOpen) press(proposed?.rating ?? 3);
    else if (!props.isSecondTap()) props.onOpen();
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
      </p>
      <PromptLine html={shown.promptHtml} isLine={isOpen} line={line} />
      {isOpen && (
        <div className={styles.open}>
          {points.length > 0 && (
            <div className={styles.side}>
              <KeyPoints
                points={points}
                marks={marks}
                group={group}
                answer={answer}
                onTurn={(id) => put({ kind: "turn", id })}
                onNone={none}
              />
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
          </div>
        </div>
      )}
      <div ref={bar} className={styles.bar} data-at-thumb>
        {days ? (
          <GradeBar
            intervals={days}
            marked={points.length > 0 ? { points, marks, proposal: proposed } : null}
            group={group}
            onGrade={press}
          />
        ) : (
          <ShowAnswer onShow={go} />
        )}
      </div>
    </main>
  );
}

function msSince(start: number): number {
  return Math.round(performance.now() - start);
}

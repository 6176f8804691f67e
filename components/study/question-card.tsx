"use client";

import Link from "next/link";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import button from "@/components/ui/button.module.css";
import { Prompt } from "@/components/ui/prose";
import { useAlive } from "@/components/ui/use-alive";
import type { Rating } from "@/lib/domain/rating";
import { intervals, type Scheduling } from "@/lib/domain/schedule";
import type { SessionItem } from "@/lib/domain/session";
import type { Shown } from "@/lib/offline/session-items";
import type { StudyGrade } from "@/lib/offline/session-store";
import { GradeButtons } from "./grade-buttons";
import { KeyPoints, POINT_KEYS } from "./key-points";
import styles from "./study.module.css";
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

/** A question; its answer and key points when they are asked for; and then the four grades. */
export function QuestionCard({ question, isOpen, now, scheduling, takesFocus, ...props }: Props) {
  const { questionId, topic, memory, shown } = question;
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null);
  const shownAt = useRef(0);
  const page = useRef<HTMLElement>(null);
  const answer = useRef<HTMLElement>(null);
  const isAlive = useAlive();
  const days = useMemo(
    () => (isOpen ? intervals({ id: questionId, memory }, now, scheduling) : null),
    [isOpen, now, questionId, memory, scheduling],
  );

  useEffect(() => {
    shownAt.current = performance.now();
    scrollTo({ top: 0 });
    if (takesFocus) page.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  useEffect(() => {
    if (isOpen) answer.current?.focus({ preventScroll: true });
  }, [isOpen]);

  function grade(rating: Rating) {
    if (!isOpen) return;
    const durationMs = msSince(shownAt.current);
    props.onGrade({ rating, durationMs, assessed: ticked && assess(shown, ticked) });
  }
  function tick(ids: readonly string[]) {
    setTicked((before) => toggled(before ?? new Set(), ids));
  }
  function press(rating: Rating) {
    if (!props.isSecondTap()) grade(rating);
  }
  function go() {
    if (isOpen) press(3);
    else if (!props.isSecondTap()) props.onOpen();
  }
  const points = isOpen ? shown.keyPoints : [];
  useStudyKeys({
    " ": go,
    Enter: go,
    ...Object.fromEntries(([1, 2, 3, 4] as const).map((rating) => [rating, () => grade(rating)])),
    ...Object.fromEntries(points.map(({ id }, i) => [POINT_KEYS[i] ?? "", () => tick([id])])),
    m: () => tick(points.map(({ id }) => id).filter((id) => !ticked?.has(id))),
  });

  return (
    <main id="main" ref={page} tabIndex={-1} className={styles.study}>
      <p className={styles.topic}>
        <Link href={`/topics/${topic}`} prefetch={false}>
          {shown.topicPath.join(" › ")}
        </Link>
      </p>
      <Prompt html={shown.promptHtml} />
      {isOpen && (
        <div className={styles.open}>
          <section ref={answer} tabIndex={-1} className={styles.answer} aria-labelledby="answer">
            {props.answer}
          </section>
          {points.length > 0 && (
            <div className={styles.side}>
              <KeyPoints
                points={points}
                ticked={ticked}
                answer={answer}
                onTick={(id) => tick([id])}
              />
            </div>
          )}
        </div>
      )}
      {isOpen && (
        <div className={styles.words}>
          {props.ownWords}
          <Link href={`/questions/${questionId}#key-points`} prefetch={false}>
            Change the key points
          </Link>
        </div>
      )}
      <div className={styles.bar} data-at-thumb>
        {days ? (
          <GradeButtons intervals={days} onGrade={press} />
        ) : (
          <button
            type="button"
            className={`${button.go} ${button.large} ${styles.show}`}
            aria-keyshortcuts="Space Enter"
            disabled={!isAlive}
            onClick={go}
          >
            Show answer <kbd aria-hidden="true">Space</kbd>
          </button>
        )}
      </div>
    </main>
  );
}

function msSince(start: number): number {
  return Math.round(performance.now() - start);
}

function assess({ keyPoints }: Shown, ticked: ReadonlySet<string>): StudyGrade["assessed"] {
  return {
    recalledKeyPointIds: keyPoints.flatMap(({ id }) => (ticked.has(id) ? [id] : [])),
    missed: keyPoints.flatMap(({ id, text }) => (ticked.has(id) ? [] : [text])),
  };
}

function toggled(before: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const after = new Set(before);
  for (const id of ids) if (!after.delete(id)) after.add(id);
  return after;
}

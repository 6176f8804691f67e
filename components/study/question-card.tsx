"use client";

import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { Prompt, Prose } from "@/components/ui/prose";
import type { PerRating, Rating } from "@/lib/domain/rating";
import { GradeButtons } from "./grade-buttons";
import styles from "./study.module.css";
import { useStudyKeys } from "./use-study-keys";

export type StudyQuestion = {
  number: number | null;
  topic: string;
  topicPath: string[];
  promptHtml: string;
  answerHtml: string | null;
  intervals: PerRating<number>;
};

type Props = {
  question: StudyQuestion;
  /** While a grade is on its way nothing can be graded. */
  waits: boolean;
  onGrade: (rating: Rating, durationMs: number) => void;
};

/** A question, its answer when it is asked for, and then the four grades. */
export function QuestionCard({ question, waits, onGrade }: Props) {
  const [shown, setShown] = useState(false);
  const shownAt = useRef(0);
  const answer = useRef<HTMLElement>(null);

  useEffect(() => {
    shownAt.current = performance.now();
  }, []);
  useEffect(() => {
    if (shown) answer.current?.focus({ preventScroll: true });
  }, [shown]);

  function grade(rating: Rating) {
    if (shown && !waits) onGrade(rating, Math.round(performance.now() - shownAt.current));
  }
  const go = () => (shown ? grade(3) : setShown(true));
  useStudyKeys({
    " ": go,
    Enter: go,
    1: () => grade(1),
    2: () => grade(2),
    3: () => grade(3),
    4: () => grade(4),
  });

  return (
    <main id="main" className={styles.study}>
      <p className={styles.topic}>
        <Link href={`/topics/${question.topic}`} prefetch={false}>
          {question.topicPath.join(" › ")}
        </Link>
      </p>
      <Prompt html={question.promptHtml} />
      {shown && (
        <section ref={answer} tabIndex={-1} className={styles.answer} aria-labelledby="answer">
          <h2 id="answer">Answer</h2>
          {question.answerHtml === null ? (
            <p>The document has no answer to this question. Judge yours by what you know.</p>
          ) : (
            <Prose html={question.answerHtml} />
          )}
        </section>
      )}
      <div className={styles.bar}>
        {shown ? (
          <GradeButtons intervals={question.intervals} disabled={waits} onGrade={grade} />
        ) : (
          <button
            type="button"
            className={styles.show}
            aria-keyshortcuts="Space Enter"
            onClick={() => setShown(true)}
          >
            Show answer <kbd aria-hidden="true">Space</kbd>
          </button>
        )}
      </div>
    </main>
  );
}

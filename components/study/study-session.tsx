"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState, useTransition } from "react";
import { RATING_NAMES, type Rating } from "@/lib/domain/rating";
import { QuestionCard, type StudyQuestion } from "./question-card";
import { type NewReview, newReview, postReview, postUndo } from "./send-review";
import styles from "./study.module.css";
import { useStudyKeys } from "./use-study-keys";

export type StudySessionProps = {
  next: (StudyQuestion & { turn: string; questionId: string }) | null;
  counts: { new: number; learning: number; review: number };
  /** What is shown when no question waits. */
  nothing: ReactNode;
};

type Outcome =
  | { kind: "none" }
  | { kind: "graded"; reviewId: string; rating: Rating }
  | { kind: "undone" }
  | { kind: "unsaved"; review: NewReview; problem: string }
  | { kind: "not-undone"; reviewId: string; problem: string };

/** One question after the other; a grade is confirmed by the server before the next one shows. */
export function StudySession({ next, counts, nothing }: StudySessionProps) {
  const router = useRouter();
  const [outcome, setOutcome] = useState<Outcome>({ kind: "none" });
  const [busy, startTransition] = useTransition();

  function send(review: NewReview) {
    startTransition(async () => {
      const problem = await postReview(review);
      if (problem !== null) {
        setOutcome({ kind: "unsaved", review, problem });
        return;
      }
      setOutcome({ kind: "graded", reviewId: review.id, rating: review.rating });
      router.refresh();
    });
  }

  function undo() {
    if (busy || (outcome.kind !== "graded" && outcome.kind !== "not-undone")) return;
    const { reviewId } = outcome;
    startTransition(async () => {
      const problem = await postUndo(reviewId);
      setOutcome(problem ? { kind: "not-undone", reviewId, problem } : { kind: "undone" });
      if (problem === null) router.refresh();
    });
  }

  // A grade that was not saved stands in the way: the learner sends it again, or it would be lost.
  const waits = busy || outcome.kind === "unsaved";
  useStudyKeys({ u: undo });
  return (
    <>
      <aside className={styles.outcome} aria-label="Last answer">
        <p role="status">
          {said(outcome)} {left(counts)}
        </p>
        {outcome.kind === "unsaved" && (
          <button
            type="button"
            className={styles.quiet}
            disabled={busy}
            onClick={() => send(outcome.review)}
          >
            Send it again
          </button>
        )}
        {(outcome.kind === "graded" || outcome.kind === "not-undone") && (
          <button type="button" className={styles.quiet} aria-keyshortcuts="u" onClick={undo}>
            Undo
          </button>
        )}
      </aside>
      {next ? (
        <QuestionCard
          key={next.turn}
          question={next}
          waits={waits}
          onGrade={(rating, durationMs) => send(newReview(next.questionId, rating, durationMs))}
        />
      ) : (
        nothing
      )}
    </>
  );
}

function said(outcome: Outcome): string {
  switch (outcome.kind) {
    case "none":
      return "";
    case "graded":
      return `Graded ${RATING_NAMES[outcome.rating]}.`;
    case "undone":
      return "Taken back.";
    case "unsaved":
      return `Not saved yet: ${outcome.problem}`;
    case "not-undone":
      return `Not taken back: ${outcome.problem}`;
  }
}

function left({ new: unseen, learning, review }: StudySessionProps["counts"]): string {
  const parts = [
    review > 0 && `${review} due`,
    learning > 0 && `${learning} in learning`,
    unseen > 0 && `${unseen} new`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? `Left today: ${parts.join(", ")}.` : "";
}

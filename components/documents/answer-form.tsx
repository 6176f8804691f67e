"use client";

import { useActionState, useEffect, useRef } from "react";
import type { Result } from "@/lib/result";
import styles from "./asks.module.css";

type Answered = Result<null, { detail: string }> | null;

/** A server action that takes an answer. */
export type Answer = (before: Answered, form: FormData) => Promise<Answered>;

type Props = {
  ask: string;
  send: Answer;
  /** What the buttons say, by the answer that they give. */
  answers: Record<string, string>;
  /** How many others can be answered with it. */
  alike?: number;
};

/** The answers to an ask, as buttons. Once answered, the page shows it no more. */
export function AnswerForm({ ask, send, answers, alike = 0 }: Props) {
  const [answered, action, waits] = useActionState(send, null);
  const sent = useRef(false);

  // The focus would go with the form: a heading above says what is left, or what was made one.
  useEffect(
    () => () => {
      const next = document.getElementById("asks") ?? document.getElementById("merges");
      if (sent.current) next?.focus();
    },
    [],
  );
  return (
    <form
      action={action}
      className={styles.answers}
      onSubmit={() => {
        sent.current = true;
      }}
    >
      <input type="hidden" name="ask" value={ask} />
      {alike > 0 && (
        <label className={styles.alike}>
          <input type="checkbox" name="alike" />{" "}
          {alike === 1 ? "Also for the other pair" : `Also for the ${alike} other pairs`} in these
          two documents
        </label>
      )}
      {Object.entries(answers).map(([answer, text]) => (
        <button
          key={answer}
          type="submit"
          name="answer"
          value={answer}
          aria-describedby={ask}
          aria-disabled={waits}
        >
          {text}
        </button>
      ))}
      <p role="status" className={styles.said}>
        {answered && !answered.ok ? answered.error.detail : ""}
      </p>
    </form>
  );
}

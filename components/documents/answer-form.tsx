"use client";

import { useActionState, useEffect, useRef } from "react";
import { useSay } from "@/components/ui/announcer";
import button from "@/components/ui/button.module.css";
import type { Result } from "@/lib/result";
import styles from "./asks.module.css";

type Answered = Result<null, { detail: string }> | null;

/** A server action that takes an answer. */
export type Answer = (before: Answered, form: FormData) => Promise<Answered>;

type Props = {
  ask: string;
  send: Answer;
  /** The answers, with what the buttons say, and what is said when it is done. */
  answers: { answer: string; text: string; done: string }[];
  /** They count for all duplicates in the same two documents. */
  alike?: boolean;
};

/** The answers to an ask, as buttons. Once answered, the page shows it no more. */
export function AnswerForm({ ask, send, answers, alike = false }: Props) {
  const [answered, action, waits] = useActionState(send, null);
  const sent = useRef<{ done: string; next: string } | null>(null);
  const say = useSay();

  // The focus would go with the form: it goes on to what is asked next.
  useEffect(
    () => () => {
      if (!sent.current) return;
      say(sent.current.done);
      firstOf(sent.current.next, "asks", "merges", "in-use")?.focus();
    },
    [say],
  );
  return (
    <form action={action} className={styles.answers}>
      <input type="hidden" name="ask" value={ask} />
      {alike && <input type="hidden" name="alike" value="on" />}
      {answers.map(({ answer, text, done }) => (
        <button
          key={answer}
          type="submit"
          name="answer"
          value={answer}
          className={button.button}
          aria-describedby={ask}
          aria-disabled={waits}
          onClick={() => {
            sent.current = { done, next: neighbourOf(ask) };
          }}
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

/** The title of the ask below this one, or else above it. */
function neighbourOf(ask: string): string {
  const item = document.getElementById(ask)?.closest("li");
  const next = item?.nextElementSibling ?? item?.previousElementSibling;
  return next?.querySelector("h3")?.id ?? "";
}

function firstOf(...ids: string[]): HTMLElement | null {
  const [first, ...others] = ids;
  if (first === undefined) return null;
  return document.getElementById(first) ?? firstOf(...others);
}

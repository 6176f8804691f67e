"use client";

import { useState, useTransition } from "react";
import type { OwnTextActions } from "@/components/own-words/own-text-actions";
import button from "@/components/ui/button.module.css";
import type { ShownText } from "@/lib/domain/own-words";
import styles from "./recall.module.css";

type Props = {
  questionId: string;
  text: string;
  /** The learner has an answer of their own already: this one does not take its place. */
  hasOwn: boolean;
  actions: OwnTextActions;
  onKept: (own: ShownText | null) => void;
};

/** What was typed, beside the answer; gone with the grade, unless it is kept as the learner's own. */
export function TypedText({ questionId, text, hasOwn, actions, onKept }: Props) {
  const [said, setSaid] = useState("");
  const [waits, startTransition] = useTransition();

  function keep() {
    startTransition(async () => {
      const kept = await actions
        .save({ questionId, kind: "answer", markdown: text, seenAt: null })
        .catch(() => null);
      if (!kept) return setSaid("Not kept: the server does not answer.");
      if (!kept.ok) return setSaid(kept.error.detail);
      setSaid("Kept as your own answer.");
      onKept(kept.value);
    });
  }
  if (text.trim() === "") return null;
  return (
    <section className={styles.mine} aria-labelledby="what-you-typed">
      <h2 id="what-you-typed">What you typed</h2>
      <p className={styles.typed}>{text}</p>
      <div className={styles.acts}>
        {!hasOwn && (
          <button type="button" className={button.button} disabled={waits} onClick={keep}>
            Keep as your own answer
          </button>
        )}
        <p role="status" className={styles.hint}>
          {said}
        </p>
      </div>
    </section>
  );
}

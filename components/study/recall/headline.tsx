"use client";

import button from "@/components/ui/button.module.css";
import styles from "./recall.module.css";

type Props = { text: string; onAnswer: (given: boolean) => void };

/** The first point by itself, before the others: the first sentence is what they remember. */
export function Headline({ text, onAnswer }: Props) {
  return (
    <section className={styles.headline} aria-labelledby="headline">
      <p id="headline">
        <strong>Did your first sentence give it?</strong>
      </p>
      <blockquote>{text}</blockquote>
      <div className={styles.acts}>
        <button
          type="button"
          className={button.button}
          aria-keyshortcuts="a"
          onClick={() => onAnswer(true)}
        >
          Yes
        </button>
        <button type="button" className={button.button} onClick={() => onAnswer(false)}>
          No
        </button>
      </div>
    </section>
  );
}

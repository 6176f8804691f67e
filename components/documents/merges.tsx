"use client";

import Link from "next/link";
import { useActionState, useEffect, useRef } from "react";
import button from "@/components/ui/button.module.css";
import type { Answer } from "./answer-form";
import styles from "./merges.module.css";

type Props = {
  /** The section's heading. */
  title: string;
  /** `count`: how many were made one at once, and are parted at once. */
  merges: { ask: string; text: string; href: string | null; count: number }[];
  undo: Answer;
};

/** Questions that were made one, each with the way back. */
export function Merges({ title, merges, undo }: Props) {
  const [answered, action, waits] = useActionState(undo, null);
  const said = useRef<HTMLParagraphElement>(null);

  // The button goes with what it undid.
  useEffect(() => {
    if (answered) said.current?.focus();
  }, [answered]);
  if (merges.length === 0 && !answered) return null;
  return (
    <section aria-labelledby="merges" className={styles.merges}>
      <h2 id="merges" tabIndex={-1}>
        {title}
      </h2>
      <ul>
        {merges.map(({ ask, text, href, count }) => (
          <li key={ask}>
            <p id={ask}>{href ? <Link href={href}>{text}</Link> : text}</p>
            <form action={action}>
              <input type="hidden" name="ask" value={ask} />
              {count > 1 && <input type="hidden" name="alike" value="on" />}
              <button
                type="submit"
                className={button.button}
                aria-describedby={ask}
                aria-disabled={waits}
              >
                {count > 1 ? `Undo all ${count}` : "Undo"}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <p role="status" tabIndex={-1} ref={said}>
        {answered && (answered.ok ? PARTED : answered.error.detail)}
      </p>
    </section>
  );
}

const PARTED =
  "They are two questions again, each with its own reviews. You will not be asked about them.";

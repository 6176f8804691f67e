"use client";

import { clockText, overText } from "@/lib/domain/mock-clock";
import styles from "./mock.module.css";

type Props = { spentMs: number; limitMs: number };

/** How much of a question's time is used; nothing is cut off when it is over, and it says so. */
export function MockClock({ spentMs, limitMs }: Props) {
  const isOver = spentMs >= limitMs;
  const saysMinute = !isOver && limitMs > 2 * MINUTE_MS && limitMs - spentMs <= MINUTE_MS;
  return (
    <div className={styles.clock} data-over={isOver || undefined}>
      <p role="timer" aria-label="Time">
        {isOver ? (
          <strong>{overText(spentMs, limitMs)}</strong>
        ) : (
          `${clockText(spentMs)} of ${clockText(limitMs)}`
        )}
      </p>
      <progress aria-hidden="true" max={limitMs} value={Math.min(spentMs, limitMs)} />
      <p role="status" className="visually-hidden">
        {saysMinute && "One minute left."}
        {isOver && "The time is over. Come to an end."}
      </p>
    </div>
  );
}

const MINUTE_MS = 60_000;

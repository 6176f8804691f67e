"use client";

import type { RefObject } from "react";
import type { Marks } from "@/lib/domain/marks";
import type { KeyPoint as Point } from "@/lib/domain/question";
import { KeyPoint } from "./key-point";
import styles from "./key-points.module.css";
import { POINT_LETTERS } from "./point-letters";

type Props = {
  points: readonly Point[];
  marks: Marks;
  group: RefObject<HTMLFieldSetElement | null>;
  answer: RefObject<HTMLElement | null>;
  onTurn: (id: string) => void;
  onNone: () => void;
};

/** The points that a good answer makes, to be marked as recalled or as said wrongly. */
export function KeyPoints({ points, marks, group, answer, onTurn, onNone }: Props) {
  return (
    <fieldset ref={group} tabIndex={-1} className={styles.points}>
      <legend>Key points</legend>
      <p className={styles.hint}>
        Tick what you recalled, twice what you said wrongly; the rest is then kept as missed. With
        nothing ticked, nothing is kept.
      </p>
      <ol>
        {points.map((point, i) => (
          <KeyPoint
            key={point.id}
            point={point}
            letter={POINT_LETTERS[i]}
            mark={marks.given.get(point.id)}
            answer={answer}
            onTurn={() => onTurn(point.id)}
          />
        ))}
      </ol>
      <button
        type="button"
        className={styles.none}
        aria-pressed={marks.none}
        aria-keyshortcuts="n"
        onClick={onNone}
      >
        <span aria-hidden="true">{marks.none ? "✓" : ""}</span> None of them{" "}
        <kbd aria-hidden="true" data-letter>
          n
        </kbd>
      </button>
    </fieldset>
  );
}

"use client";

import type { RefObject } from "react";
import button from "@/components/ui/button.module.css";
import type { Marks } from "@/lib/domain/marks";
import type { KeyPoint as Point } from "@/lib/domain/question";
import { KeyPoint } from "./key-point";
import styles from "./key-points.module.css";
import { POINT_LETTERS } from "./point-letters";

type Props = {
  points: readonly Point[];
  marks: Marks;
  /** The ids of those that a typed answer seems to cover. */
  suggested: readonly string[];
  group: RefObject<HTMLFieldSetElement | null>;
  answer: RefObject<HTMLElement | null>;
  onTurn: (id: string) => void;
  onTake: (ids: readonly string[]) => void;
  onNone: () => void;
};

/** The points that a good answer makes, to be marked as recalled or as said wrongly. */
export function KeyPoints({
  points,
  marks,
  suggested,
  group,
  answer,
  onTurn,
  onTake,
  onNone,
}: Props) {
  const open = suggested.filter((id) => !marks.given.has(id));
  return (
    <fieldset ref={group} tabIndex={-1} className={styles.points}>
      <legend>Key points</legend>
      <p className={`${styles.hint} hidden-when-low`}>
        Tick what you recalled, twice what you said wrongly; the rest is then kept as missed. With
        nothing ticked, nothing is kept.
      </p>
      {open.length > 0 && (
        <div className={styles.suggestions}>
          <p className={`${styles.hint} hidden-when-low`}>
            What you typed seems to say {open.length === 1 ? "one" : open.length} of these. A
            suggestion counts once you tick it.
          </p>
          <button type="button" className={button.button} onClick={() => onTake(open)}>
            Take {open.length === 1 ? "it" : `all ${open.length}`}
          </button>
        </div>
      )}
      <ol>
        {points.map((point, i) => (
          <KeyPoint
            key={point.id}
            point={point}
            letter={POINT_LETTERS[i]}
            mark={marks.given.get(point.id)}
            isSuggested={open.includes(point.id)}
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

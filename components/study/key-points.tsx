"use client";

import type { RefObject } from "react";
import { CoreMark } from "@/components/own-words/core-mark";
import type { KeyPoint } from "@/lib/domain/question";
import styles from "./key-points.module.css";

type Props = {
  points: readonly KeyPoint[];
  /** Null when the learner has marked nothing: then nothing is stored. */
  ticked: ReadonlySet<string> | null;
  answer: RefObject<HTMLElement | null>;
  onTick: (id: string) => void;
};

/** The keys that tick the points, in their order; an answer has at most twelve. */
export const POINT_KEYS = "abcdefghijkl";

/** The points that a good answer makes, to be ticked; each leads to its place in the answer. */
export function KeyPoints({ points, ticked, answer, onTick }: Props) {
  return (
    <fieldset className={styles.points}>
      <legend>Key points</legend>
      <p className={styles.hint}>Tick those that you recalled. With none ticked, none is stored.</p>
      <ol>
        {points.map(({ id, text, start, core }, i) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={ticked?.has(id) ?? false}
                aria-keyshortcuts={POINT_KEYS[i]}
                onChange={() => onTick(id)}
              />
              <span>
                {text} {core && <CoreMark />}
              </span>{" "}
              <kbd aria-hidden="true" data-letter>
                {POINT_KEYS[i]}
              </kbd>
            </label>
            {start !== null && (
              <button
                type="button"
                className={styles.find}
                onClick={() => showPlace(answer.current, start)}
              >
                Find<span className="visually-hidden"> in the answer: {text}</span>
              </button>
            )}
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

/** Scrolls to the block of the answer that begins last before a place in its Markdown, and marks it. */
function showPlace(answer: HTMLElement | null, start: number): void {
  const blocks = [...(answer?.querySelectorAll<HTMLElement>("[data-at]") ?? [])];
  const block = blocks.findLast(({ dataset }) => Number(dataset["at"]) <= start) ?? blocks[0];
  if (!block) return;
  for (const other of blocks) other.classList.toggle("place", other === block);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  block.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "center" });
}

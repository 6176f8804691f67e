"use client";

import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { CoreMark } from "@/components/own-words/core-mark";
import { Prose } from "@/components/ui/prose";
import { useMedia } from "@/components/ui/use-media";
import type { Mark } from "@/lib/domain/marks";
import type { KeyPoint as Point } from "@/lib/domain/question";
import styles from "./key-points.module.css";
import { Lately } from "./lately";
import { blocksAt, passageHtml, showPlace } from "./passage";

type Props = {
  point: Point;
  letter: string | undefined;
  mark: Mark | undefined;
  /** A typed answer seems to cover it. */
  isSuggested: boolean;
  answer: RefObject<HTMLElement | null>;
  onTurn: () => void;
};

/**
 * A point to be marked, and what leads to its place in the answer: beside the answer it scrolls there,
 * above it it opens the passage in place. Arrows do that too, and go on to the next point.
 */
export function KeyPoint({ point, letter, mark, isSuggested, answer, onTurn }: Props) {
  const { id, text, core, slipping, lately } = point;
  const box = useRef<HTMLInputElement>(null);
  const isBeside = useMedia("(width >= 60rem)");
  const [passage, setPassage] = useState<string | null>(null);
  const place = point.start === null ? null : { start: point.start, end: point.end ?? point.start };
  const isOpen = passage !== null && !isBeside;

  // A browser takes it away with each click.
  useLayoutEffect(() => {
    if (box.current) box.current.indeterminate = mark === "wrong";
  });

  function find(wanted: boolean) {
    if (!place) return;
    if (isBeside) showPlace(answer.current, place);
    else setPassage(wanted ? passageHtml(blocksAt(answer.current, place)) : null);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const arrow = ARROWS[event.key];
    if (!arrow || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    if (typeof arrow === "number") focusPoint(event.currentTarget, arrow);
    else find(arrow === "open");
  }
  return (
    <li data-mark={isSuggested ? "suggested" : mark}>
      <div className={styles.point}>
        <label>
          <input
            ref={box}
            type="checkbox"
            checked={mark === "recalled"}
            aria-keyshortcuts={letter && `${letter} Shift+${letter}`}
            aria-describedby={slipping ? `${id}-lately` : undefined}
            onChange={onTurn}
            onKeyDown={onKeyDown}
          />
          <span>
            {text} {core && <CoreMark />}
            {isSuggested && <span className={styles.suggested}>suggested</span>}
            {mark === "wrong" && <strong className={styles.wrong}>✕ said wrongly</strong>}
          </span>{" "}
          <kbd aria-hidden="true" data-letter>
            {letter}
          </kbd>
        </label>
        {place && (
          <button
            type="button"
            tabIndex={-1}
            className={styles.find}
            aria-label={`${isBeside ? "Find" : "Passage"}, point ${letter ?? text}`}
            aria-expanded={isBeside ? undefined : isOpen}
            onClick={() => find(!isOpen)}
          >
            <span aria-hidden="true">›</span>
          </button>
        )}
      </div>
      {slipping && <Lately id={`${id}-lately`} lately={lately} />}
      {isOpen && (
        <div className={styles.passage}>
          <Prose html={passage} />
        </div>
      )}
    </li>
  );
}

const ARROWS: Record<string, 1 | -1 | "open" | "close"> = {
  ArrowDown: 1,
  ArrowUp: -1,
  ArrowRight: "open",
  ArrowLeft: "close",
};

function focusPoint(from: HTMLInputElement, by: 1 | -1): void {
  const all = [...(from.closest("ol")?.querySelectorAll<HTMLInputElement>("input") ?? [])];
  all[all.indexOf(from) + by]?.focus();
}

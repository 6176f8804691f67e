"use client";

import type { RefObject } from "react";
import type { Proposal } from "@/lib/domain/coverage";
import type { Marks } from "@/lib/domain/marks";
import type { KeyPoint } from "@/lib/domain/question";
import { RATING_NAMES, type PerRating, type Rating } from "@/lib/domain/rating";
import styles from "./grade-bar.module.css";
import { GradeButtons } from "./grade-buttons";

type Props = {
  /** Null in practice. */
  intervals: PerRating<number> | null;
  /** Null where there are no points to mark. */
  marked: { points: readonly KeyPoint[]; marks: Marks } | null;
  /** What the marks, or what was picked, speak for. */
  proposal: Proposal | null;
  group: RefObject<HTMLElement | null>;
  onGrade: (rating: Rating) => void;
};

/** At the thumb: how many points were recalled, which grade that proposes and why, and the four grades. */
export function GradeBar({ intervals, marked, proposal, group, onGrade }: Props) {
  return (
    <div className={styles.bar}>
      {(marked || proposal) && (
        <div className={styles.marked}>
          {marked && (
            <button type="button" className={styles.back} onClick={() => leadTo(group.current)}>
              {recalledOf(marked)} of {marked.points.length}
              <span className="visually-hidden"> key points: back to them</span>
            </button>
          )}
          <p aria-live="polite" className="hidden-when-low">
            {proposal && (
              <>
                {RATING_NAMES[proposal.rating]}: {proposal.why}
              </>
            )}
          </p>
        </div>
      )}
      <GradeButtons intervals={intervals} proposed={proposal?.rating ?? null} onGrade={onGrade} />
    </div>
  );
}

function recalledOf({ points, marks }: { points: readonly KeyPoint[]; marks: Marks }): number {
  return points.filter(({ id }) => marks.given.get(id) === "recalled").length;
}

function leadTo(points: HTMLElement | null): void {
  points?.scrollIntoView({ block: "start" });
  points?.querySelector("input")?.focus({ preventScroll: true });
}

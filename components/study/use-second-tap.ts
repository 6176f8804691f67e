"use client";

import { useEffect, useRef } from "react";

const SECOND_TAP_MS = 300;
const SOON_MS = 50;

/**
 * Tells whether what is shown (`turn`, from `first` on, and whether it is open) changed so lately
 * that a tap was meant for what stood there before: the second of a double tap.
 */
export function useSecondTap({ turn, first, isOpen }: Shown): () => boolean {
  const changedAt = useRef(-Infinity);
  useEffect(() => {
    if (turn === first && !isOpen) return;
    // Until it was painted nobody can have meant it; a page in the background is not painted.
    changedAt.current = Infinity;
    const painted = () => {
      stop();
      changedAt.current = performance.now();
    };
    let frame = requestAnimationFrame(() => void (frame = requestAnimationFrame(painted)));
    const timer = setTimeout(painted, SOON_MS);
    const stop = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
    return stop;
  }, [turn, first, isOpen]);
  return () => performance.now() - changedAt.current < SECOND_TAP_MS;
}

type Shown = { turn: number; first: number; isOpen: boolean };

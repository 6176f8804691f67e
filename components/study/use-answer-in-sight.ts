"use client";

import { type RefObject, useEffect } from "react";

type Parts = {
  /** What stands above the prompt. */
  head: RefObject<HTMLElement | null>;
  group: RefObject<HTMLElement | null>;
  answer: RefObject<HTMLElement | null>;
};

/**
 * Once the answer is shown, goes on at the key points, or at the answer where there are none; and where
 * the window is small, or scrolled past them, with nothing above the prompt's line.
 */
export function useAnswerInSight(isOpen: boolean, { head, group, answer }: Parts): void {
  useEffect(() => {
    if (!isOpen) return;
    const top = scrollY + (head.current?.getBoundingClientRect().bottom ?? 0);
    if (scrollY > top || matchMedia(SMALL).matches) scrollTo({ top, behavior: "instant" });
    (group.current ?? answer.current)?.focus({ preventScroll: true });
  }, [isOpen, head, group, answer]);
}

const SMALL = "(width < 60rem), (height < 48rem)";

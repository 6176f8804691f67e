"use client";

import { type RefObject, useEffect } from "react";

/**
 * Keeps what has the focus out from under what lies over the page's upper and lower edge: says their
 * heights to the page, which scrolls so far (WCAG 2.4.11).
 */
export function useRoom(
  above: RefObject<HTMLElement | null>,
  below: RefObject<HTMLElement | null>,
  isOpen: boolean,
): void {
  useEffect(() => {
    const { style } = document.documentElement;
    const measure = () => {
      style.scrollPaddingTop = `${isOpen ? (above.current?.offsetHeight ?? 0) + GAP : 0}px`;
      style.scrollPaddingBottom = `${(below.current?.offsetHeight ?? 0) + GAP}px`;
    };
    const observer = new ResizeObserver(measure);
    for (const { current } of [above, below]) if (current) observer.observe(current);
    measure();
    return () => {
      observer.disconnect();
      style.removeProperty("scroll-padding-top");
      style.removeProperty("scroll-padding-bottom");
    };
  }, [above, below, isOpen]);
}

/** The ring around what has the focus, px. */
const GAP = 8;

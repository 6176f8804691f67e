"use client";

import { useEffect, useRef, useState } from "react";

const LOOK_EVERY_MS = 250;
const KEEP_EVERY_MS = 2_000;

/** How long a question is before somebody: from `beforeMs`, while it runs; kept every few seconds, and when the page is left. */
export function useSpent(beforeMs: number, keep: (spentMs: number) => void) {
  const [spentMs, setSpentMs] = useState(beforeMs);
  const [begunWith] = useState(beforeMs);
  const kept = useRef(keep);
  const spent = useRef(beforeMs);
  useEffect(() => {
    kept.current = keep;
  });
  useEffect(() => {
    const begun = performance.now();
    let keptAt = begun;
    function look() {
      const now = performance.now();
      spent.current = begunWith + Math.round(now - begun);
      setSpentMs(spent.current);
      if (now - keptAt < KEEP_EVERY_MS) return;
      keptAt = now;
      kept.current(spent.current);
    }
    const leave = () => {
      look();
      kept.current(spent.current);
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    window.addEventListener("pagehide", leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pagehide", leave);
    };
  }, [begunWith]);
  return { spentMs, spent };
}

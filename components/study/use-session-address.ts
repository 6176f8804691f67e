"use client";

import { useEffect, useRef } from "react";
import { sessionAddress, studyAddress, type StudyScope } from "@/lib/domain/study-scope";

/**
 * Gives a session that is over, and whole with the server, the address of its summary: Back and reload
 * find it there. When it goes on after all, it has its own again.
 */
export function useSessionAddress(
  { id, scope }: { id: string; scope: StudyScope },
  isKept: boolean,
): void {
  const own = studyAddress(scope);
  const summary = sessionAddress(id);
  const leaves = useRef(false);
  // A change of the address would end a way elsewhere that was just begun.
  useEffect(() => {
    function onClick({ target }: MouseEvent) {
      if (target instanceof Element && target.closest("a[href^='/']")) leaves.current = true;
    }
    document.addEventListener("click", onClick, true);
    return () => document.removeEventListener("click", onClick, true);
  }, []);
  useEffect(() => {
    if (leaves.current) return;
    const wanted = isKept ? summary : own;
    const others = isKept ? own : summary;
    const here = location.pathname + location.search;
    if (here === others && here !== wanted) history.replaceState(null, "", wanted);
  }, [isKept, own, summary]);
}

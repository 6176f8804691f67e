"use client";

import { useEffect } from "react";
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
  useEffect(() => {
    const wanted = isKept ? summary : own;
    const others = isKept ? own : summary;
    const here = location.pathname + location.search;
    // Whoever is on the way elsewhere is left alone.
    if (here === others && here !== wanted) history.replaceState(null, "", wanted);
  }, [isKept, own, summary]);
}

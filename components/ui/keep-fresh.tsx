"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { isThere } from "@/lib/offline/is-there";
import { onWake } from "@/lib/offline/wake";

/** Pages of figures that change with each grade and each day. Others keep themselves, or hold what is being written. */
const OF_FIGURES = /^\/($|topics|weak-areas)/;

const STALE_MS = 60_000;
/** While it is looked at all the time. */
const AT_THE_LATEST_MS = 5 * 60_000;

/**
 * Has a page of figures made anew when it is looked at again after a while, or come back to: the
 * browser's and the app's own Back show it as it was.
 */
export function KeepFresh(): null {
  const router = useRouter();
  const path = usePathname();
  const cameByBack = useRef(false);

  useEffect(() => {
    const note = () => {
      cameByBack.current = true;
    };
    addEventListener("popstate", note);
    return () => removeEventListener("popstate", note);
  }, []);
  useEffect(() => {
    let madeAt = cameByBack.current ? -Infinity : Date.now();
    cameByBack.current = false;
    if (!OF_FIGURES.test(path)) return undefined;
    async function makeAnew(staleMs: number) {
      if (document.visibilityState === "hidden" || Math.abs(Date.now() - madeAt) < staleMs) return;
      madeAt = Date.now();
      // Next leaves a page that it can't make anew for the browser's own page of errors.
      if (await isThere()) router.refresh();
    }
    void makeAnew(STALE_MS);
    const stop = onWake((cameBack) => void makeAnew(cameBack ? 0 : STALE_MS));
    const timer = setInterval(() => void makeAnew(AT_THE_LATEST_MS), STALE_MS);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [path, router]);
  return null;
}

"use client";

import { useEffect } from "react";

/** Asks before a page is left, by whatever way the browser tells of, while something is unsaved. */
export function useLeaveWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    // Links within the app are followed without the browser's own question.
    function askAtLink(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link || link.target === "_blank" || event.ctrlKey || event.metaKey) return;
      if (confirm("Leave this page? What you wrote is not saved.")) return;
      event.preventDefault();
      event.stopPropagation();
    }
    addEventListener("beforeunload", ask);
    addEventListener("click", askAtLink, { capture: true });
    return () => {
      removeEventListener("beforeunload", ask);
      removeEventListener("click", askAtLink, { capture: true });
    };
  }, [isUnsaved]);
}

"use client";

import { useEffect } from "react";

/**
 * Does once what was asked of the page before it listened: the first key goes where keys go, the first
 * tap to its button, if that is there still. See `EarlyAct`, which kept it.
 */
export function useEarlyAct(): void {
  useEffect(() => {
    const kept: unknown = Reflect.get(window, "rehearseEarly");
    if (!isKept(kept)) return;
    // From here on the page listens itself.
    kept.stop();
    const { act } = kept;
    kept.act = null;
    if (act === "tap") document.querySelector<HTMLElement>("[data-early]")?.click();
    else if (act)
      document.body.dispatchEvent(new KeyboardEvent("keydown", { ...act, bubbles: true }));
  }, []);
}

type Kept = {
  act: "tap" | { key: string; code: string; shiftKey: boolean } | null;
  stop: () => void;
};

function isKept(kept: unknown): kept is Kept {
  return typeof kept === "object" && kept !== null && "stop" in kept;
}

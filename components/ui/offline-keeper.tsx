"use client";

import { useEffect } from "react";

let isKeeping = false;

/** Has this browser keep what it takes to open and study without the server, when the page has nothing else to do. */
export function OfflineKeeper(): null {
  useEffect(() => {
    if (isKeeping || !("serviceWorker" in navigator)) return undefined;
    const timer = setTimeout(() => {
      isKeeping = true;
      void import("@/lib/offline/keeper")
        .then(({ startKeeping }) => startKeeping())
        .catch(() => undefined);
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return null;
}

/** The page itself comes first. */
const AFTER_MS = 2_000;

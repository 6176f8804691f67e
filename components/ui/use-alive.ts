"use client";

import { useSyncExternalStore } from "react";

/** Whether the page listens already. What needs it is shown as not ready until then. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}

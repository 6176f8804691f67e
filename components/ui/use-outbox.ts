"use client";

import { useSyncExternalStore } from "react";
import { EMPTY_OUTBOX, outbox, type OutboxState } from "@/lib/offline/outbox";

/** What a page shows of this browser's outbox. */
export function useOutbox(): OutboxState {
  return useSyncExternalStore(outbox.subscribe, outbox.state, () => EMPTY_OUTBOX);
}

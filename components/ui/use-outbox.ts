"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { EMPTY_OUTBOX, type OutboxState, OutboxStore } from "@/lib/offline/outbox-store";

export type Outbox = OutboxState & Pick<OutboxStore, "add" | "dismiss" | "send">;

/** The outbox of this browser, and what is in it. What an earlier page left goes out at once. */
export function useOutbox(): Outbox {
  const [{ add, dismiss, send, subscribe, state: current }] = useState(() => new OutboxStore());
  const state = useSyncExternalStore(subscribe, current, () => EMPTY_OUTBOX);
  useEffect(() => void send().catch(() => undefined), [send]);
  return { ...state, add, dismiss, send };
}

"use client";

import { useSyncExternalStore } from "react";
import type { DoneAct } from "@/lib/offline/done-act";
import { doneActs } from "@/lib/offline/done-acts";

/** What the learner did last in this browser and can take back; null for nothing. */
export function useLastAct(): DoneAct | null {
  return useSyncExternalStore(doneActs.subscribe, doneActs.last, () => null);
}

"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { StudyScope } from "@/lib/domain/study-scope";
import type { WireSession } from "@/lib/offline/session-items";
import { sessionStoreFor } from "@/lib/offline/session-store";

/** The session of this page, kept true while the page is there. */
export function useSession(wire: WireSession, scope: StudyScope) {
  const [store] = useState(() => sessionStoreFor(wire, scope));
  useEffect(() => {
    store.start();
    return () => store.stop();
  }, [store]);
  const state = useSyncExternalStore(store.subscribe, store.state, store.state);
  const { open, grade, act, undo } = store;
  return { ...state, open, grade, act, undo };
}

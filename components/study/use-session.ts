"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { isAtItsEnd } from "@/lib/domain/session";
import type { StudyScope } from "@/lib/domain/study-scope";
import type { WireSession } from "@/lib/offline/session-items";
import { sessionStoreFor } from "@/lib/offline/session-store";

/** The session of this page, kept true while the page is there. */
export function useSession(wire: WireSession, scope: StudyScope) {
  const [{ store, madeFrom }, setMade] = useState(() => ({
    store: sessionStoreFor(wire, scope),
    madeFrom: wire,
  }));
  if (madeFrom !== wire) {
    // Who asks for the same again where a session is over, begins another.
    const { session, now } = store.state();
    const isOver = isAtItsEnd(session, now);
    setMade({ store: isOver ? sessionStoreFor(wire, scope) : store, madeFrom: wire });
  }
  useEffect(() => {
    store.start();
    return () => store.stop();
  }, [store]);
  const state = useSyncExternalStore(store.subscribe, store.state, store.state);
  const { id, open, grade, act, undo, goOn } = store;
  return { ...state, id, open, grade, act, undo, goOn };
}

"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import type { Rating } from "@/lib/domain/rating";
import type { Scheduling } from "@/lib/domain/schedule";
import {
  beginSession,
  gradeCurrent,
  leaveOut,
  moveOn,
  nextReturn,
  refill,
  type Session,
  type SessionItem,
  undoLast,
} from "@/lib/domain/session";
import { scopeParams, type StudyScope } from "@/lib/domain/study-scope";
import { ask } from "@/lib/offline/ask";
import { entries } from "@/lib/offline/outbox";
import { leftOut } from "@/lib/offline/outbox-entry";
import { type Shown, toSessionItem } from "@/lib/offline/session-items";
import { tellTabs } from "@/lib/offline/tabs";
import type { Json } from "@/lib/wire/json";
import type { SentAction } from "@/lib/wire/reviews";
import type { SessionQuestion, StudySession } from "@/lib/wire/session";
import { type Outbox, useOutbox } from "@/components/ui/use-outbox";
import { type Change, useElsewhere } from "./use-elsewhere";

// An evening in hand: with a server that dies it goes on.
const KEEP_AHEAD = 15;
const FETCH_AT_ONCE = 30;

export type StudyGrade = {
  rating: Rating;
  durationMs: number;
  /** Ticked points and the texts of the others; null when the learner marked nothing. */
  assessed: { recalledKeyPointIds: string[]; missed: string[] } | null;
};

/**
 * A session in the browser: grading is a step in memory and a line in the outbox, never a wait for
 * the server. A few questions are kept ahead; learning steps return at their time.
 */
export function useSession(wire: StudySession, scope: StudyScope) {
  const [session, setSession] = useState(() =>
    beginSession(wire.items.map(toSessionItem), wire.now),
  );
  const [putAway, setPutAway] = useState(0);
  const [sessionId] = useState(() => uuidv7());
  const scheduling = useMemo(
    (): Scheduling => ({ ...wire.settings, weights: wire.parameterSet.weights }),
    [wire],
  );
  const outbox = useOutbox();
  const { add } = outbox;
  const exhausted = useMore(session, setSession, outbox, scope);
  useReturns(session, setSession);
  useElsewhere(setSession, outbox);

  const grade = useCallback(
    ({ questionId, shown }: SessionItem<Shown>, { rating, durationMs, assessed }: StudyGrade) => {
      const now = new Date();
      const id = uuidv7();
      const missed = assessed?.missed ?? null;
      setSession((before) =>
        gradeCurrent(before, { reviewId: id, rating, missed }, now, scheduling),
      );
      const recalledKeyPointIds = assessed?.recalledKeyPointIds ?? null;
      const reviewedAt = now.toISOString();
      const { versionId } = shown;
      const fixed = { versionId, mode: "scheduled", sessionId } as const;
      void add({
        id,
        kind: "review",
        review: { id, questionId, rating, reviewedAt, durationMs, recalledKeyPointIds, ...fixed },
      });
      tellTabs(questionId);
    },
    [add, scheduling, sessionId],
  );

  const undo = useCallback(() => {
    const taken = undoLast(session);
    if (!taken) return;
    setSession(taken.session);
    void add({ id: uuidv7(), kind: "undo", reviewId: taken.undone.reviewId });
  }, [add, session]);

  const act = useCallback(
    (kind: SentAction["kind"], questionId: string) => {
      const id = uuidv7();
      const at = new Date();
      void add({
        id,
        kind: "action",
        action: { id, kind, questionId, at: at.toISOString() },
      });
      if (kind !== "suspend" && kind !== "bury") return;
      setSession((before) => leaveOut(before, new Set([questionId]), at));
      setPutAway((count) => count + 1);
      tellTabs(questionId);
    },
    [add],
  );

  return { session, scheduling, outbox, exhausted, putAway, grade, undo, act };
}

/** Fetches more while few are ahead. True when the server has no more, as far as is known. */
function useMore(
  session: Session<Shown>,
  setSession: Change,
  { send, unsent }: Outbox,
  scope: StudyScope,
): boolean {
  const ahead = session.upcoming.length + (session.current ? 1 : 0);
  const [exhausted, setExhausted] = useState(ahead === 0);
  const fetching = useRef(false);
  const graded = useRef(new Set<string>());
  useEffect(() => {
    graded.current = new Set(session.done.map(({ item }) => item.questionId));
  }, [session.done]);

  // With a server that does not answer it waits until the outbox has reached it again.
  const wanting = !exhausted && unsent === 0;
  useEffect(() => {
    // Asked again with each grade, not at once: a server that fails is not hammered.
    if (!wanting || ahead > KEEP_AHEAD || fetching.current) return;
    fetching.current = true;
    void (async () => {
      const more = await fetchMore(scope, send);
      fetching.current = false;
      if (!more) return;
      const known = new Set([...graded.current, ...more.unsent]);
      setSession((before) => refill(before, more.items.map(toSessionItem), known, new Date()));
      setExhausted(more.items.length < FETCH_AT_ONCE);
    })();
  }, [wanting, ahead, send, setSession, scope]);
  return exhausted;
}

/** Null when the server does not answer. */
async function fetchMore(
  scope: StudyScope,
  send: Outbox["send"],
): Promise<{ items: Json<SessionQuestion>[]; unsent: string[] } | null> {
  try {
    // What it does not know of yet it would give again.
    if (!(await send())) return null;
    const given = await ask("GET /api/session", { ...scopeParams(scope), limit: FETCH_AT_ONCE });
    if (!given.ok) return null;
    return { items: given.value.items, unsent: leftOut(await entries()) };
  } catch {
    return null;
  }
}

/** Brings learning steps back when their time comes and nothing is shown. */
function useReturns(session: Session<Shown>, setSession: Change): void {
  const at = session.current ? null : (nextReturn(session)?.getTime() ?? null);
  useEffect(() => {
    if (at === null) return undefined;
    const timer = setTimeout(
      () => setSession((before) => moveOn(before, new Date())),
      Math.max(0, at - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [at, setSession]);
}

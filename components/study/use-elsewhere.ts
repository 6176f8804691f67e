"use client";

import { useEffect } from "react";
import { leaveOut, type Session } from "@/lib/domain/session";
import { entries } from "@/lib/offline/outbox";
import { leftOut } from "@/lib/offline/outbox-entry";
import type { Shown } from "@/lib/offline/session-items";
import { onTold } from "@/lib/offline/tabs";
import type { Outbox } from "@/components/ui/use-outbox";

export type Change = (change: (before: Session<Shown>) => Session<Shown>) => void;

/**
 * Leaves out what other tabs grade, what an earlier page graded and could not send yet, and what
 * the server says was put away or made one with another.
 */
export function useElsewhere(setSession: Change, { changed }: Outbox): void {
  useEffect(() => {
    const drop = (questionIds: string[]) =>
      setSession((before) => leaveOut(before, new Set(questionIds), new Date()));
    void entries().then((kept) => drop(leftOut(kept)));
    return onTold((questionId) => drop([questionId]));
  }, [setSession]);

  useEffect(() => {
    // A step of it would return; and who has answered one of two is not asked the other.
    const gone = new Set(changed.flatMap(({ questionId, countsFor }) => [questionId, countsFor]));
    if (gone.size > 0) setSession((before) => leaveOut(before, gone, new Date()));
  }, [changed, setSession]);
}

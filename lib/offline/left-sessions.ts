import { studyAddress, type StudyScope } from "@/lib/domain/study-scope";
import type { WireSession } from "./session-items";
import type { SessionStore } from "./session-store";

/** The newest of the server's times that this page has heard, in ms. */
let newest = -Infinity;
const left = new Map<string, SessionStore>();

export function noteHeard({ now }: WireSession): void {
  newest = Math.max(newest, new Date(now).getTime());
}

/** Whether a page was made after all that is known here. */
export function isNews({ now }: WireSession): boolean {
  return new Date(now).getTime() > newest;
}

export function leaveForLater(scope: StudyScope, store: SessionStore): void {
  left.set(studyAddress(scope), store);
}

/** The session that was left at a scope's address, if any. */
export function leftAt(scope: StudyScope): SessionStore | undefined {
  return left.get(studyAddress(scope));
}

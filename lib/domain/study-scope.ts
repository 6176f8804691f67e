/** Which questions a session is of. */
export type StudyScope = {
  /** A topic's path, for it and all below it; null for everything. */
  topic: string | null;
  /** Those that would be recalled worst, due or not, instead of those that wait. */
  weakest: boolean;
};

/** Where a scope is studied. */
export function studyAddress(scope: StudyScope): string {
  const query = new URLSearchParams(scopeParams(scope)).toString();
  return query === "" ? "/study" : `/study?${query}`;
}

/** A scope as the study page and `/api/session` take it. */
export function scopeParams({ topic, weakest }: StudyScope): { topic?: string; weakest?: "1" } {
  return { ...(topic !== null && { topic }), ...(weakest && { weakest: "1" }) };
}

/** Whether what a session at an address asked of a topic is asked in a scope too. */
export function asksAlso(scope: StudyScope, address: string, topic: string): boolean {
  if (studyAddress(scope) === address) return true;
  const asksAllThatWaits = Object.keys(scopeParams(scope)).every((name) => name === "topic");
  return asksAllThatWaits && (scope.topic === null || `${topic}/`.startsWith(`${scope.topic}/`));
}

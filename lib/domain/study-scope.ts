import type { ChosenWay } from "./way";

/** What a session is of, and how long. */
export type StudyScope = {
  /**
   * `scheduled`: what waits. `ahead`: what was seen, the soonest due first; real reviews, only early.
   * `practice`: anything, the least recalled first, and the schedule stays as it is.
   */
  mode: "scheduled" | "practice" | "ahead";
  /** A topic's path, for it and all below it; null for everything. */
  topic: string | null;
  /** Those that would be recalled worst, due or not, instead of those that wait. */
  weakest: boolean;
  /** Practice of what is found by a search; null for no search. */
  q: string | null;
  /** Practice of these questions alone; none of them named for all. */
  questions: readonly string[];
  /** Practice of what was missed in a session, by its id. */
  missedIn: string | null;
  /** After how many answers or minutes it is over; null for when nothing is left. */
  length: SessionLength | null;
  /** How its questions are recalled; null for as the learner does otherwise. */
  way: ChosenWay | null;
};

export type SessionLength = { questions: number } | { minutes: number };

/** What waits, of everything, to its end. */
export const EVERYTHING: StudyScope = {
  mode: "scheduled",
  topic: null,
  weakest: false,
  q: null,
  questions: [],
  missedIn: null,
  length: null,
  way: null,
};

/** Whether a scope is of what waits, under the day's limits. */
export function isOfWaiting({ mode, weakest }: Pick<StudyScope, "mode" | "weakest">): boolean {
  return mode === "scheduled" && !weakest;
}

/** Where the summary of a session is, by its id. */
export function sessionAddress(id: string): string {
  return `/study/sessions/${id}`;
}

/** Where a scope is studied; what is left out is as in `EVERYTHING`. */
export function studyAddress(scope: Partial<StudyScope>): string {
  const query = scopeText(scope);
  return query === "" ? "/study" : `/study?${query}`;
}

/** A scope in words that an address can hold: what `/study` takes, and what is kept of a session. */
export function scopeText(scope: Partial<StudyScope>): string {
  const { length, way } = { ...EVERYTHING, ...scope };
  const query = new URLSearchParams(askedOf(scope));
  if (length && "questions" in length) query.set("limit", String(length.questions));
  if (length && "minutes" in length) query.set("minutes", String(length.minutes));
  if (way !== null) query.set("way", way);
  return query.toString();
}

/** Which questions a scope has, as `/api/session` is asked for them. */
export type AskedScope = {
  mode?: "practice" | "ahead";
  topic?: string;
  weakest?: "1";
  q?: string;
  /** Ids, with commas between. */
  questions?: string;
  missedIn?: string;
};

/** What of a scope says which questions it has. */
export function askedOf(scope: Partial<StudyScope>): AskedScope {
  const { mode, topic, weakest, q, questions, missedIn } = { ...EVERYTHING, ...scope };
  return {
    ...(mode !== "scheduled" && { mode }),
    ...(topic !== null && { topic }),
    ...(weakest && { weakest: "1" }),
    ...(q !== null && { q }),
    ...(questions.length > 0 && { questions: questions.join(",") }),
    ...(missedIn !== null && { missedIn }),
  };
}

/** Whether what a session at an address asked of a topic is asked in a scope too. */
export function asksAlso(scope: StudyScope, address: string, topic: string): boolean {
  if (studyAddress(scope) === address) return true;
  // What was practised waited before, and does so still.
  if (address.includes("mode=practice")) return false;
  return isOfWaiting(scope) && (scope.topic === null || `${topic}/`.startsWith(`${scope.topic}/`));
}

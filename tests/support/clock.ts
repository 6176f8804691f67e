import type { Clock } from "@/lib/clock";

/** A clock that stands where a test sets it. */
export type TestClock = Clock & { set(iso: string): void; wait(minutes: number): void };

export function clockAt(iso: string): TestClock {
  let now = new Date(iso);
  return {
    now: () => new Date(now),
    set: (later) => {
      now = new Date(later);
    },
    wait: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
  };
}

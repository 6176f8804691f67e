import type { Result } from "@/lib/result";
import { ok } from "@/lib/result";

/** Does a piece of work, or gives it up when it has taken its time. */
export type Attempt = <T>(work: () => T, limitMs: number) => Result<T, "too-slow">;

/** Takes all the time that there is. */
export const withoutLimit: Attempt = (work) => ok(work());

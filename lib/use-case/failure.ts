import { isStoreBusy } from "@/lib/db/store-busy";
import { err, type Result } from "@/lib/result";

/** Why a use case has no answer, for whoever asked; the HTTP room gives each kind its status. */
export type Failure = {
  kind: "invalid" | "not-found" | "conflict" | "too-large" | "busy";
  detail: string;
};

export const notFound = (detail: string): Failure => ({ kind: "not-found", detail });
export const invalid = (detail: string): Failure => ({ kind: "invalid", detail });
export const tooLarge = (detail: string): Failure => ({ kind: "too-large", detail });
export const conflict = (detail: string): Failure => ({ kind: "conflict", detail });

/**
 * What `work` gives; a sentence where the store took no write in time, for a form that people sent.
 * Elsewhere whoever answers them says it: see `isStoreBusy`.
 */
export async function orBusy<T>(work: Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  try {
    return await work;
  } catch (error) {
    if (!isStoreBusy(error)) throw error;
    return err({ kind: "busy", detail: BUSY });
  }
}

const BUSY = "The store is busy, and has not taken this in, or not all of it. Try again.";

/** Any use case may throw it, when the store was not to be had in time. */
export { isStoreBusy } from "@/lib/db/store-busy";

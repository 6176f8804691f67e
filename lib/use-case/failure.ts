/** Why a use case has no answer, for whoever asked; the HTTP room gives each kind its status. */
export type Failure = {
  kind: "invalid" | "not-found" | "conflict" | "too-large";
  detail: string;
};

export const notFound = (detail: string): Failure => ({ kind: "not-found", detail });
export const invalid = (detail: string): Failure => ({ kind: "invalid", detail });
export const tooLarge = (detail: string): Failure => ({ kind: "too-large", detail });
export const conflict = (detail: string): Failure => ({ kind: "conflict", detail });

/** Thrown by any use case that writes, when the store took no write in time. */
export { StoreBusy } from "@/lib/db/client";

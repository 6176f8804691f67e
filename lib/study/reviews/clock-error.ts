import { CLOCK_TOLERANCE_MS } from "@/lib/domain/clock-error";

/** When a batch left its caller, by the caller's clock, and when it came in, by ours. */
export type Arrival = { sentAt: Date | undefined; receivedAt: Date };

/**
 * When something that a caller dates happened by our clock: shifted by the error of the caller's
 * clock where that matters, never in the future, and never before 1970, where clocks begin.
 */
export function countedTime(saidAt: Date, { sentAt, receivedAt }: Arrival): Date {
  const shifted = Math.max(0, saidAt.getTime() + clockErrorMs(sentAt, receivedAt));
  return new Date(Math.min(shifted, receivedAt.getTime()));
}

/** How far the caller's clock is behind ours. A few minutes may be the way here, and are left alone. */
function clockErrorMs(sentAt: Date | undefined, receivedAt: Date): number {
  const error = sentAt ? receivedAt.getTime() - sentAt.getTime() : 0;
  return Math.abs(error) > CLOCK_TOLERANCE_MS ? error : 0;
}

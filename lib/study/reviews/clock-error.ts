/** When a batch left its caller, by the caller's clock, and when it came in, by ours. */
export type Arrival = { sentAt: Date | undefined; receivedAt: Date };

/**
 * When something that a caller dates happened by our clock: shifted by the error of the caller's
 * clock where that matters, and never in the future.
 */
export function countedTime(saidAt: Date, { sentAt, receivedAt }: Arrival): Date {
  const shifted = new Date(saidAt.getTime() + clockErrorMs(sentAt, receivedAt));
  return shifted > receivedAt ? receivedAt : shifted;
}

/** How far the caller's clock is behind ours. A few minutes may be the way here, and are left alone. */
function clockErrorMs(sentAt: Date | undefined, receivedAt: Date): number {
  const error = sentAt ? receivedAt.getTime() - sentAt.getTime() : 0;
  return Math.abs(error) > CLOCK_TOLERANCE_MS ? error : 0;
}

const CLOCK_TOLERANCE_MS = 5 * 60_000;

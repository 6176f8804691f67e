import { utcOffsetMinutes } from "./study-day";

const MINUTE_MS = 60_000;

/** A date and a time of day as a clock in a zone shows them: `2026-12-12`, `10:00`. */
export type LocalTime = { date: string; time: string };

/**
 * The instant at which a zone's clock shows a date and a time of day; where clocks are put forward over
 * it, an hour later. Null for what is no date or no time.
 */
export function instantOf({ date, time }: LocalTime, zone: string): Date | null {
  const read = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/.exec(`${date}T${time}`);
  if (!read) return null;
  const shown = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(shown) || textsOf(shown).date !== date) return null;
  const at = (ms: number) => utcOffsetMinutes(new Date(ms), zone) * MINUTE_MS;
  // The offset of the instant itself, which an hour's change of clocks may part from that of the first guess.
  return new Date(shown - at(shown - at(shown)));
}

/** What a zone's clock shows at an instant. */
export function localTimeOf(at: Date, zone: string): LocalTime {
  return textsOf(at.getTime() + utcOffsetMinutes(at, zone) * MINUTE_MS);
}

function textsOf(shownMs: number): LocalTime {
  const text = new Date(shownMs).toISOString();
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

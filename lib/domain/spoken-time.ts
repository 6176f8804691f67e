import { noonOf, studyDay } from "./study-day";

/** A time as a person would say it in a zone: `21:34`, `tomorrow at 04:00`, `Friday 27 November at 04:00`. */
export function spokenTime(at: Date, now: Date, zone: string): string {
  const clock = format(at, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const days = calendarDay(at, zone) - calendarDay(now, zone);
  if (days <= 0) return clock;
  if (days === 1) return `tomorrow at ${clock}`;
  const year = days > 300 ? { year: "numeric" as const } : {};
  const date = format(at, zone, { day: "numeric", month: "long", ...year });
  return `${format(at, zone, { weekday: "long" })} ${date} at ${clock}`;
}

/** A time past as a list gives it: `24 Nov 2026, 19:02`. */
export function spokenMoment(at: Date, zone: string): string {
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return format(at, zone, { day: "numeric", month: "short", year: "numeric", ...clock });
}

/** The day of a time past: `24 November 2026`. */
export function spokenDate(at: Date, zone: string): string {
  return format(at, zone, { day: "numeric", month: "long", year: "numeric" });
}

/** A day to come: `Friday 12 December`. */
export function spokenDay(at: Date, zone: string): string {
  const date = format(at, zone, { day: "numeric", month: "long" });
  return `${format(at, zone, { weekday: "long" })} ${date}`;
}

/** The day of a time to come: `the 12th`, and further off than four weeks `12 January`. */
export function spokenSoon(at: Date, now: Date, zone: string): string {
  if (calendarDay(at, zone) - calendarDay(now, zone) > 27)
    return format(at, zone, { day: "numeric", month: "long" });
  const day = Number(format(at, zone, { day: "numeric" }));
  const ending = day > 10 && day < 20 ? "th" : (ENDINGS[day % 10] ?? "th");
  return `the ${day}${ending}`;
}

const ENDINGS: Record<number, string> = { 1: "st", 2: "nd", 3: "rd" };

/** A study day, `YYYY-MM-DD`, as a list gives it: `Sat 28 Nov`. */
export function spokenStudyDay(text: string): string {
  const parts = { weekday: "short", day: "numeric", month: "short" } as const;
  return format(noonOf(text), "UTC", parts).replace(",", "");
}

/** An interval as a button says it: `10 min`, `3 h`, `12 d`, `4 mo`, `1 y`. */
export function spokenInterval(days: number): string {
  const minutes = Math.round(days * 24 * 60);
  if (minutes < 60) return `${Math.max(1, minutes)} min`;
  const hours = Math.round(days * 24);
  if (hours < 24) return `${hours} h`;
  if (days < 60) return `${Math.round(days)} d`;
  return days < 360 ? `${Math.round(days / 30.4)} mo` : `${Math.round(days / 36.5) / 10} y`;
}

// Making a formatter costs a hundred times what using one does.
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(at: Date, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([timeZone, options]);
  const known = formatters.get(key);
  const formatter = known ?? new Intl.DateTimeFormat("en-GB", { timeZone, ...options });
  if (!known) formatters.set(key, formatter);
  return formatter.format(at);
}

function calendarDay(at: Date, zone: string): number {
  return studyDay(at, { zone, rolloverHour: 0 });
}

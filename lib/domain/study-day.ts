import type { StudyDayRule } from "./settings";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * The study day of an instant, as days since 1970-01-01: the local calendar date, minus one before
 * the rollover hour, so that a late-night session still counts as today.
 * @throws RangeError for a zone that is no IANA time zone
 */
export function studyDay(at: Date, { zone, rolloverHour }: StudyDayRule): number {
  const local = localTime(at, zone);
  const day = Math.floor(local / DAY_MS);
  const hour = Math.floor((local - day * DAY_MS) / (60 * MINUTE_MS));
  return hour < rolloverHour ? day - 1 : day;
}

/** The first instant of a study day, to the second. */
export function startOfStudyDay(day: number, rule: StudyDayRule): Date {
  // No zone is more than 15 hours from UTC; within the bracket the day changes once.
  let before = Math.floor((day * DAY_MS - 16 * 60 * MINUTE_MS) / 1000);
  let from = Math.ceil((day * DAY_MS + 40 * 60 * MINUTE_MS) / 1000);
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (studyDay(new Date(middle * 1000), rule) < day) before = middle;
    else from = middle;
  }
  return new Date(from * 1000);
}

/** The first instant of the study day after the one of `at`. */
export function endOfStudyDay(at: Date, rule: StudyDayRule): Date {
  return startOfStudyDay(studyDay(at, rule) + 1, rule);
}

/** `2026-11-24` for a study day. */
export function studyDayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Noon in UTC of a study day, `2026-11-24`. */
export function noonOf(text: string): Date {
  return new Date(`${text}T12:00:00Z`);
}

/** Minutes that local time is ahead of UTC at an instant. */
export function utcOffsetMinutes(at: Date, zone: string): number {
  const wholeSeconds = Math.floor(at.getTime() / 1000) * 1000;
  return Math.round((localTime(at, zone) - wholeSeconds) / MINUTE_MS);
}

export function addMinutes(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * MINUTE_MS);
}

/** So many times 24 hours later, whatever clocks do meanwhile. */
export function addDays(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}

/**
 * `days` later, and always on the study day that many days on: where a clock change would carry it
 * over the rollover, the nearest instant of that day.
 */
export function addStudyDays(at: Date, days: number, rule: StudyDayRule): Date {
  const wanted = studyDay(at, rule) + days;
  const later = addDays(at, days);
  const reached = studyDay(later, rule);
  if (reached < wanted) return startOfStudyDay(wanted, rule);
  if (reached > wanted) return new Date(startOfStudyDay(wanted + 1, rule).getTime() - 1000);
  return later;
}

/** Days from one instant to another, unrounded. */
export function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / DAY_MS;
}

/** Local wall-clock time as if it were UTC milliseconds, to the second. */
function localTime(at: Date, zone: string): number {
  if (last.at === at.getTime() && last.zone === zone) return last.local;
  const local = readLocalTime(at, zone);
  last = { at: at.getTime(), zone, local };
  return local;
}

// A session asks for that of one moment with each of its questions.
let last = { at: Number.NaN, zone: "", local: Number.NaN };

function readLocalTime(at: Date, zone: string): number {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatter(zone).formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

// Making a formatter costs a hundred times what using one does.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(zone, made);
  return made;
}

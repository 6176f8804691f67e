import { assert, double, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { spokenInterval, spokenMoment, spokenTime } from "@/lib/domain/spoken-time";

const evening = new Date("2026-11-24T19:00:00Z");
const said = (iso: string, zone = "UTC", now = evening) => spokenTime(new Date(iso), now, zone);

describe("a time", () => {
  test.each([
    ["today", "2026-11-24T21:34:00Z", "21:34"],
    ["today at midnight past", "2026-11-24T00:05:00Z", "00:05"],
    ["tomorrow", "2026-11-25T04:00:00Z", "tomorrow at 04:00"],
    ["this week", "2026-11-27T04:00:00Z", "Friday 27 November at 04:00"],
    ["over the turn of the year", "2027-01-01T04:00:00Z", "Friday 1 January at 04:00"],
    ["a year on", "2027-11-27T04:00:00Z", "Saturday 27 November 2027 at 04:00"],
  ])("%s", (_, iso, expected) => {
    expect(said(iso)).toBe(expected);
  });

  test("is told by the clock and the calendar of its zone", () => {
    expect(said("2026-11-24T23:30:00Z", "Europe/Berlin")).toBe("tomorrow at 00:30");
    expect(said("2026-11-25T04:30:00Z", "America/New_York")).toBe("23:30");
    expect(said("2026-11-25T00:00:00Z", "Asia/Kolkata")).toBe("05:30");
  });

  test("is tomorrow across a change of the clocks", () => {
    const now = new Date("2026-10-24T20:00:00Z");
    expect(said("2026-10-25T03:00:00Z", "Europe/Berlin", now)).toBe("tomorrow at 04:00");
  });
});

test("a moment that is past has its date and its minute, by the clock of its zone", () => {
  expect(spokenMoment(evening, "UTC")).toBe("24 Nov 2026, 19:00");
  expect(spokenMoment(evening, "Asia/Kolkata")).toBe("25 Nov 2026, 00:30");
});

describe("an interval", () => {
  const minute = 1 / (24 * 60);
  test.each([
    [0, "1 min"],
    [10 * minute, "10 min"],
    [0.00694, "10 min"],
    [59.7 * minute, "1 h"],
    [3 / 24, "3 h"],
    [23.8 / 24, "1 d"],
    [1, "1 d"],
    [12.4, "12 d"],
    [59, "59 d"],
    [122, "4 mo"],
    [365, "1 y"],
    [548, "1.5 y"],
    [36_500, "100 y"],
  ])("of %d days is said %s", (days, expected) => {
    expect(spokenInterval(days)).toBe(expected);
  });

  const UNIT_DAYS: Record<string, number> = { min: minute, h: 1 / 24, d: 1, mo: 30.4, y: 365 };
  const heard = (text: string) => {
    const [number = "", unit = ""] = text.split(" ");
    return Number(number) * (UNIT_DAYS[unit] ?? Number.NaN);
  };

  test("is never off by more than half of what is said, and a longer one never sounds shorter", () => {
    const days = double({ min: minute, max: 36_500, noNaN: true });
    assert(
      property(tuple(days, days), ([a, b]) => {
        const [shorter, longer] = [Math.min(a, b), Math.max(a, b)];
        expect(Math.abs(heard(spokenInterval(shorter)) / shorter - 1)).toBeLessThanOrEqual(0.5);
        expect(heard(spokenInterval(longer))).toBeGreaterThanOrEqual(
          heard(spokenInterval(shorter)) - 1e-9,
        );
      }),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, test } from "vitest";
import {
  addStudyDays,
  startOfStudyDay,
  studyDay,
  studyDayText,
  utcOffsetMinutes,
} from "@/lib/domain/study-day";

const berlin = { zone: "Europe/Berlin", rolloverHour: 4 };
const day = (iso: string, rule = berlin) => studyDayText(studyDay(new Date(iso), rule));

describe("the study day", () => {
  test("a session after midnight still counts as the evening before", () => {
    expect(day("2026-11-24T00:30:00+01:00")).toBe("2026-11-23");
    expect(day("2026-11-24T03:59:59+01:00")).toBe("2026-11-23");
    expect(day("2026-11-24T04:00:00+01:00")).toBe("2026-11-24");
  });

  test("the rollover follows the wall clock through a change to winter time", () => {
    expect(day("2026-10-25T03:30:00+01:00")).toBe("2026-10-24");
    expect(day("2026-10-25T04:00:00+01:00")).toBe("2026-10-25");
  });

  test("never runs backwards or skips, hourly over a year, in every zone with a 4 o'clock rollover", () => {
    const faults: string[] = [];
    // Every twentieth zone keeps the suite quick; all 418 were checked when the rule was chosen.
    for (const zone of Intl.supportedValuesOf("timeZone").filter((_, i) => i % 20 === 0)) {
      let last = studyDay(new Date("2026-01-01T00:00:00Z"), { zone, rolloverHour: 4 });
      for (let hour = 1; hour < 365 * 24; hour += 1) {
        const at = new Date(Date.UTC(2026, 0, 1, hour));
        const today = studyDay(at, { zone, rolloverHour: 4 });
        if (today < last || today > last + 1) faults.push(`${zone} ${at.toISOString()}`);
        last = today;
      }
    }
    expect(faults).toEqual([]);
  });
});

describe("the start of a study day", () => {
  test.each([
    ["Europe/Berlin", 4, "2026-11-24", "2026-11-24T03:00:00.000Z"],
    ["Europe/Berlin", 4, "2026-07-01", "2026-07-01T02:00:00.000Z"],
    ["Asia/Kolkata", 4, "2026-11-24", "2026-11-23T22:30:00.000Z"],
    ["Pacific/Kiritimati", 0, "2026-11-24", "2026-11-23T10:00:00.000Z"],
    ["Pacific/Pago_Pago", 8, "2026-11-24", "2026-11-24T19:00:00.000Z"],
  ])("in %s with rollover %i, %s starts at %s", (zone, rolloverHour, date, expected) => {
    const start = startOfStudyDay(Date.parse(date) / 86_400_000, { zone, rolloverHour });
    expect(start.toISOString()).toBe(expected);
  });
});

describe("days later", () => {
  test("keeps the time of day", () => {
    const later = addStudyDays(new Date("2026-11-24T20:15:00Z"), 10, berlin);
    expect(later.toISOString()).toBe("2026-12-04T20:15:00.000Z");
  });

  test("stays on the study day when the clocks go back across the rollover", () => {
    const from = new Date("2026-10-24T04:10:00+02:00");
    const later = addStudyDays(from, 1, berlin);
    expect(studyDay(later, berlin)).toBe(studyDay(from, berlin) + 1);
    expect(later.toISOString()).toBe("2026-10-25T03:00:00.000Z");
  });

  test("stays on the study day when the clocks go forward across the rollover", () => {
    const from = new Date("2026-03-28T03:30:00+01:00");
    const later = addStudyDays(from, 1, berlin);
    expect(studyDay(later, berlin)).toBe(studyDay(from, berlin) + 1);
  });
});

test("the UTC offset is the zone's at that instant", () => {
  expect(utcOffsetMinutes(new Date("2026-07-01T12:00:00.250Z"), "Europe/Berlin")).toBe(120);
  expect(utcOffsetMinutes(new Date("2026-12-01T12:00:00Z"), "America/St_Johns")).toBe(-210);
});

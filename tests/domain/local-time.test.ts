import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantOf, localTimeOf } from "@/lib/domain/local-time";

describe("a date and a time by a zone's clock", () => {
  test.each([
    ["UTC", "2026-12-12T10:00:00.000Z"],
    ["Europe/Berlin", "2026-12-12T09:00:00.000Z"],
    ["America/Los_Angeles", "2026-12-12T18:00:00.000Z"],
    ["Asia/Kathmandu", "2026-12-12T04:15:00.000Z"],
  ])("in %s are one instant", (zone, instant) => {
    expect(instantOf({ date: "2026-12-12", time: "10:00" }, zone)?.toISOString()).toBe(instant);
  });

  test.each([
    { date: "2026-02-30", time: "10:00" },
    { date: "2026-12-12", time: "25:00" },
    { date: "", time: "10:00" },
    { date: "12.12.2026", time: "10:00" },
    { date: "2026-12-12", time: "" },
  ])("that are none are no instant: %j", (wrong) => {
    expect(instantOf(wrong, "UTC")).toBeNull();
  });

  test("that clocks leave out are an hour later", () => {
    const left = instantOf({ date: "2026-03-29", time: "02:30" }, "Europe/Berlin");
    expect(left && localTimeOf(left, "Europe/Berlin")).toEqual({
      date: "2026-03-29",
      time: "03:30",
    });
  });

  test("property: what is read is what is shown, but where clocks are changed", () => {
    const zones = fc.constantFrom(
      "UTC",
      "Europe/Berlin",
      "America/New_York",
      "Australia/Lord_Howe",
    );
    const minutes = fc.integer({ min: 0, max: 40 * 365 * 24 * 60 });
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const local = localTimeOf(new Date(minute * 60_000), zone);
        const read = instantOf(local, zone);
        expect(read && localTimeOf(read, zone)).toEqual(local);
      }),
    );
  });
});

import { expect, test } from "vitest";
import { clockErrorText } from "@/lib/domain/clock-error";

const MINUTE_MS = 60_000;

test("says by how much a device's clock is off, and which way, where that matters", () => {
  expect(clockErrorText(0)).toBeNull();
  expect(clockErrorText(-5 * MINUTE_MS)).toBeNull();
  expect(clockErrorText(6 * MINUTE_MS)).toBe(
    "This device’s clock is 6 minutes behind. Your answers count by the server’s.",
  );
  expect(clockErrorText(-62 * MINUTE_MS)).toMatch(/1 hour ahead/);
  expect(clockErrorText(-3 * 24 * 60 * MINUTE_MS)).toMatch(/3 days ahead/);
});

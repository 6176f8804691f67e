import { expect, test } from "vitest";
import { heldBackText, nothingWaitsText, waitingText } from "@/lib/domain/what-waits";

const NOW = new Date("2026-11-24T12:00:00Z");
const NOTHING = { new: 0, review: 0 };

test("what waits is told by kind, each as far as there is any", () => {
  expect(waitingText({ new: 5, learning: 2, review: 7 })).toBe(
    "7\u00a0due, 2\u00a0in\u00a0learning, 5\u00a0new",
  );
  expect(waitingText({ new: 0, learning: 0, review: 1 })).toBe("1\u00a0due");
  expect(waitingText({ new: 0, learning: 0, review: 0 })).toBeNull();
});

test("what the limits hold back is told, and nothing where they hold back nothing", () => {
  expect(heldBackText({ new: 40, review: 3 })).toBe(
    "Today's limits hold back 3\u00a0due and 40\u00a0new.",
  );
  expect(heldBackText(NOTHING)).toBeNull();
});

test("a step that returns is said though the limit is reached", () => {
  const text = (nextDueAt: Date | null, heldBack = NOTHING) =>
    nothingWaitsText({ nextDueAt, heldBack }, NOW, "UTC");
  expect(text(new Date("2026-11-24T12:10:00Z"), { new: 9, review: 3 })).toBe(
    "Nothing is due until 12:10.",
  );
  expect(text(null, { new: 9, review: 0 })).toBe("Today's limit is reached.");
  expect(text(null)).toBe("There is nothing to study.");
  expect(text(NOW)).toBe("The next question is due.");
});

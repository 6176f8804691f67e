import { expect, test } from "vitest";
import { waitingText } from "@/lib/offline/waiting-text";
import { aReview, anAction, anUndo } from "@/tests/support/outbox";

test("what waits is called what it is", () => {
  const grades = [aReview("1"), aReview("2")];
  expect(waitingText(grades.slice(1))).toBe("A grade waits to be sent");
  expect(waitingText([...grades, anUndo("3", "2")])).toBe("2 grades and an undo wait to be sent");
  const others = [anAction("4", "flag", "q"), anAction("5", "suspend", "q")];
  expect(waitingText([...grades, anUndo("3", "2"), ...others])).toBe(
    "2 grades, an undo and 2 other acts wait to be sent",
  );
});

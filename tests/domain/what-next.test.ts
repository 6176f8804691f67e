import { describe, expect, test } from "vitest";
import { type Ended, whatNext } from "@/lib/domain/what-next";

const NOW = new Date("2026-11-24T19:00:00Z");
const TOMORROW = new Date("2026-11-25T04:00:00Z");
const IN_TEN_MINUTES = new Date("2026-11-24T19:10:00Z");

const ENDED: Ended = {
  topicTitle: null,
  weakest: false,
  answered: 12,
  nextDueAt: TOMORROW,
  endOfDay: TOMORROW,
  heldBack: { new: 0, review: 0 },
  elsewhere: 0,
};

describe("where a session ends", () => {
  test("of all, it is said when the next is due, and Today is next", () => {
    expect(next({})).toEqual({
      heading: "Nothing is due until tomorrow at 04:00.",
      notes: [],
      next: { href: "/", text: "Today" },
    });
  });

  test("of a topic, that is named, with what waits elsewhere, and that is next", () => {
    expect(next({ topicTitle: "Terraform", elsewhere: 84 })).toEqual({
      heading: "Terraform is done; 84 wait elsewhere.",
      notes: ["Nothing of it is due until tomorrow at 04:00."],
      next: { href: "/study", text: "Study the rest" },
    });
    expect(next({ topicTitle: "Terraform" }).heading).toBe("Terraform is done.");
  });

  test("a topic with a step to return is not done", () => {
    const returns = next({ topicTitle: "Terraform", nextDueAt: IN_TEN_MINUTES, elsewhere: 1 });
    expect(returns.heading).toBe("Nothing of Terraform is due until 19:10; one waits elsewhere.");
    expect(returns.notes).toEqual(["It comes up here by itself; you can leave this page open."]);
  });

  test("of the weakest, only a step that returns is said to be due", () => {
    const weakest = { weakest: true, topicTitle: "Terraform", nextDueAt: null, elsewhere: 84 };
    expect(next(weakest)).toMatchObject({
      heading: "What was weakest of Terraform is done; 84 wait elsewhere.",
      notes: [],
    });
    expect(next({ ...weakest, nextDueAt: IN_TEN_MINUTES }).heading).toBe(
      "Nothing of what was weakest of Terraform is due until 19:10; 84 wait elsewhere.",
    );
    expect(next({ ...weakest, answered: 0 }).heading).toBe(
      "There is nothing weak of Terraform left for today; 84 wait elsewhere.",
    );
  });

  test("what the limits hold back is said, and they can be changed where there is nothing else", () => {
    const held = next({ answered: 0, nextDueAt: null, heldBack: { new: 40, review: 0 } });
    expect(held).toEqual({
      heading: "Today's limit is reached.",
      notes: ["Today's limits hold back 40\u00a0new."],
      next: { href: "/settings", text: "Change the limits" },
    });
  });

  test("where there is nothing at all, documents are next", () => {
    expect(next({ answered: 0, nextDueAt: null }).next.href).toBe("/documents");
  });
});

function next(changes: Partial<Ended>) {
  return whatNext({ ...ENDED, ...changes }, NOW, "UTC");
}

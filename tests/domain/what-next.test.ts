import { describe, expect, test } from "vitest";
import { EVERYTHING } from "@/lib/domain/study-scope";
import { type Ended, whatNext } from "@/lib/domain/what-next";

const NOW = new Date("2026-11-24T19:00:00Z");
const TOMORROW = new Date("2026-11-25T04:00:00Z");
const IN_TEN_MINUTES = new Date("2026-11-24T19:10:00Z");
const WEAKEST = { ...EVERYTHING, weakest: true };

const ENDED: Ended = {
  scope: EVERYTHING,
  topicTitle: null,
  answered: 12,
  missedIn: null,
  left: 0,
  ready: false,
  nextDueAt: TOMORROW,
  endOfDay: TOMORROW,
  heldBack: { new: 0, review: 0 },
  elsewhere: 0,
  early: 0,
  practicable: 0,
  isHere: true,
};

describe("where a session ends", () => {
  test("of all, it is said when the next is due", () => {
    expect(next({})).toEqual({
      heading: "Nothing is due until tomorrow at 04:00.",
      notes: [],
      steps: [{ href: "/", text: "Today" }],
    });
  });

  test("of a topic, that is named, with what waits elsewhere, and that is next", () => {
    expect(next({ topicTitle: "Terraform", elsewhere: 84 })).toEqual({
      heading: "Terraform is done; 84 wait elsewhere.",
      notes: ["Nothing of it is due until tomorrow at 04:00."],
      steps: [{ href: "/study", text: "Study the rest" }],
    });
    expect(next({ topicTitle: "Terraform" }).heading).toBe("Terraform is done.");
  });

  test("a topic with a step to return is not done, and it returns on the session's own page", () => {
    const stepped = { topicTitle: "Terraform", nextDueAt: IN_TEN_MINUTES, elsewhere: 1 };
    const returns = next(stepped);
    expect(returns.heading).toBe("Nothing of Terraform is due until 19:10; one waits elsewhere.");
    expect(returns.notes).toEqual(["It comes up here by itself; you can leave this page open."]);
    expect(next({ ...stepped, isHere: false }).notes).toEqual([]);
  });

  test("of the weakest, only a step that returns is said to be due", () => {
    const weakest = { scope: WEAKEST, topicTitle: "Terraform", nextDueAt: null, elsewhere: 84 };
    expect(next(weakest)).toMatchObject({
      heading: "What was weakest of Terraform is done; 84 wait elsewhere.",
      notes: [],
      steps: [{ href: "/study", text: "Study what waits" }],
    });
    expect(next({ ...weakest, nextDueAt: IN_TEN_MINUTES }).heading).toBe(
      "Nothing of what was weakest of Terraform is due until 19:10; 84 wait elsewhere.",
    );
    expect(next({ ...weakest, answered: 0 }).heading).toBe(
      "There is nothing weak of Terraform left for today; 84 wait elsewhere.",
    );
  });

  test("of a practice, it is said that the schedule is as it was", () => {
    const practice = { scope: { ...EVERYTHING, mode: "practice" as const }, nextDueAt: null };
    expect(next({ ...practice, topicTitle: "Terraform", elsewhere: 3 })).toMatchObject({
      heading: "Practice of Terraform is done; 3 wait elsewhere.",
      notes: ["The schedule is as it was."],
    });
    expect(next({ ...practice, answered: 0 })).toMatchObject({
      heading: "There is nothing to practise.",
      notes: [],
    });
    const missed = { ...practice.scope, missedIn: "s" };
    expect(next({ scope: missed }).heading).toBe("Practice of what was missed is done.");
  });

  test("ahead of time, it is done when there is nothing more to study ahead", () => {
    const ahead = { scope: { ...EVERYTHING, mode: "ahead" as const }, nextDueAt: null };
    expect(next(ahead).heading).toBe("There is nothing more to study ahead today.");
    expect(next({ ...ahead, answered: 0 }).heading).toBe(
      "There is nothing left to study ahead today.",
    );
    expect(next({ ...ahead, nextDueAt: IN_TEN_MINUTES }).heading).toBe(
      "Nothing is due until 19:10.",
    );
  });

  test("with more of it left, it says how many, and going on is next", () => {
    const scope = { ...EVERYTHING, topic: "terraform", length: { questions: 10 } };
    const part = next({ scope, topicTitle: "Terraform", left: 14, ready: true, elsewhere: 84 });
    expect(part).toMatchObject({
      heading: "12 answered; 14 of Terraform left; 84 wait elsewhere.",
      steps: [
        { href: "/study?topic=terraform&limit=10", text: "Go on", goesOn: true },
        { href: "/study", text: "Study the rest" },
      ],
    });
  });

  test("what the limits hold back is said, and they can be changed where there is nothing else", () => {
    const held = next({ answered: 0, nextDueAt: null, heldBack: { new: 40, review: 0 } });
    expect(held).toEqual({
      heading: "Today's limit is reached.",
      notes: ["Today's limits hold back 40\u00a0new."],
      steps: [{ href: "/settings", text: "Change the limits" }],
    });
  });

  test("where there is nothing at all, documents are next", () => {
    expect(steps({ answered: 0, nextDueAt: null })).toEqual(["Add documents"]);
  });
});

describe("what is offered next", () => {
  test("is going over what was missed, studying ahead, and three aloud", () => {
    const { steps: offered } = next({ missedIn: "s1", early: 40, practicable: 60 });
    expect(offered).toEqual([
      { href: "/study?mode=practice&missedIn=s1", text: "Go over these now" },
      { href: "/study?mode=ahead&limit=10", text: "Study ahead" },
      { href: "/study?mode=practice&limit=3&way=say", text: "Rehearse three aloud" },
    ]);
  });

  test("is not studying ahead while anything waits", () => {
    const waits = { missedIn: "s1", early: 40, practicable: 60, elsewhere: 84 };
    expect(steps(waits)).toEqual(["Go over these now", "Study the rest", "Rehearse three aloud"]);
    expect(steps({ ...waits, ready: true, left: 2 })).toEqual([
      "Go on",
      "Go over these now",
      "Study the rest",
    ]);
  });

  test("is of the topic that was studied", () => {
    const scope = { ...EVERYTHING, topic: "a/b" };
    const [ahead, aloud] = next({ scope, early: 1, practicable: 3 }).steps;
    expect([ahead?.href, aloud?.href]).toEqual([
      "/study?mode=ahead&topic=a%2Fb&limit=10",
      "/study?mode=practice&topic=a%2Fb&limit=3&way=say",
    ]);
  });
});

function next(changes: Partial<Ended>) {
  return whatNext({ ...ENDED, ...changes }, NOW, "UTC");
}

function steps(changes: Partial<Ended>): string[] {
  return next(changes).steps.map(({ text }) => text);
}

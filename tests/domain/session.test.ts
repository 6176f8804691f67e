import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  beginSession,
  gradeCurrent,
  leaveOut,
  moveOn,
  nextReturn,
  refill,
  type Session,
  undoLast,
} from "@/lib/domain/session";
import { type Memory, NEW_MEMORY } from "@/lib/domain/memory";
import type { Rating } from "@/lib/domain/rating";
import { schedule } from "@/lib/domain/schedule";
import { anyRating, aScheduling } from "@/tests/support/scheduling";

const evening = new Date("2026-11-24T19:00:00Z");
const scheduling = aScheduling();

describe("a session", () => {
  test("shows one question after the other", () => {
    let session = begin("a", "b");
    expect(shown(session)).toBe("a");
    session = grade(session, 3);
    expect(shown(session)).toBe("b");
    session = grade(session, 4);
    expect(shown(session)).toBeUndefined();
    expect(session.done.map(({ item, rating }) => [item.questionId, rating])).toEqual([
      ["a", 3],
      ["b", 4],
    ]);
  });

  test("brings what was graded Again back at its time, before what is upcoming", () => {
    const session = grade(begin("a", "b", "c"), 1);
    expect(nextReturn(session)).toEqual(later(10));
    expect(shown(grade(session, 3, later(5)))).toBe("c");
    expect(shown(grade(session, 3, later(11)))).toBe("a");
  });

  test("waits for a step when nothing else is left", () => {
    const session = grade(begin("a"), 1);
    expect(shown(moveOn(session, later(9)))).toBeUndefined();
    expect(shown(moveOn(session, later(10)))).toBe("a");
  });

  test("takes back several grades, one by one", () => {
    const begun = begin("a", "b", "c");
    const once = grade(begun, 1);
    const twice = grade(once, 3);
    const back = undoLast(twice);
    expect(back?.session).toEqual(once);
    expect(back?.undone.item.questionId).toBe("b");
    expect(undoLast(once)?.session).toEqual(begun);
    expect(undoLast(begun)).toBeNull();
  });

  test("takes no question twice, and none that was graded", () => {
    const session = refill(
      grade(begin("a", "b"), 3),
      items("a", "b", "c"),
      new Set(["a"]),
      evening,
    );
    expect([session.current, ...session.upcoming].map((item) => item?.questionId)).toEqual([
      "b",
      "c",
    ]);
  });

  test("parts two questions of one topic by a step or a question of another", () => {
    const mixed = beginSession(
      [aQuestionOf("a1", "a"), aQuestionOf("a2", "a"), aQuestionOf("b1", "b")],
      evening,
    );
    const second = grade(mixed, 1);
    expect(shown(second)).toBe("b1");
    expect(shown(grade(second, 3))).toBe("a2");

    const again = grade(beginSession([aQuestionOf("a1", "a"), aQuestionOf("a2", "a")], evening), 1);
    const refilled = refill(again, [aQuestionOf("b1", "b")], new Set(), evening);
    expect(shown(grade(refilled, 3, later(11)))).toBe("b1");
  });

  test("puts reviews that come later before new questions", () => {
    const { memory } = schedule({ id: "r", memory: NEW_MEMORY }, 4, evening, scheduling);
    const more = [aQuestionOf("r", "a", memory)];
    expect(shown(grade(refill(begin("a", "b"), more, new Set(), evening), 3))).toBe("r");
  });

  test("leaves out what another tab graded, and shows the next", () => {
    expect(shown(leaveOut(begin("a", "b"), new Set(["a"]), evening))).toBe("b");
  });
});

test("property: undoing every grade gives back the session as it began", () => {
  fc.assert(
    fc.property(fc.array(anyRating, { maxLength: 8 }), (ratings) => {
      const begun = begin("a", "b", "c", "d", "e", "f", "g", "h");
      let session = ratings.reduce((before, rating) => grade(before, rating), begun);
      for (let back = undoLast(session); back; back = undoLast(session)) session = back.session;
      expect(session).toEqual(begun);
    }),
  );
});

test("property: one topic follows itself only when nothing of its kind is of another", () => {
  const topics = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 2, maxLength: 12 });
  const ratings = fc.array(anyRating, { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(topics, ratings, (named, given) => {
      let session = beginSession(
        named.map((topic, i) => aQuestionOf(String(i), topic)),
        evening,
      );
      for (const [i, rating] of given.entries()) {
        const after = grade(session, rating, later(4 * i));
        const left = [after.current, ...after.upcoming].map((one) => one?.topic);
        const follows = after.current?.topic === session.current?.topic;
        expect(follows ? new Set(left).size : 1).toBe(1);
        session = after;
      }
    }),
  );
});

function begin(...ids: string[]): Session<null> {
  return beginSession(items(...ids), evening);
}

function items(...ids: string[]) {
  return ids.map((questionId) => aQuestionOf(questionId, "t"));
}

function aQuestionOf(questionId: string, topic: string, memory: Memory = NEW_MEMORY) {
  return { questionId, topic, memory, shown: null };
}

function grade(session: Session<null>, rating: Rating, at = evening) {
  return gradeCurrent(session, { reviewId: "r", rating, missed: null }, at, scheduling);
}

function later(minutes: number): Date {
  return new Date(evening.getTime() + minutes * 60_000);
}

function shown(session: Session<null>): string | undefined {
  return session.current?.questionId;
}

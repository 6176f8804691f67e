import fc from "fast-check";
import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { type Memory, NEW_MEMORY } from "@/lib/domain/memory";
import type { Rating } from "@/lib/domain/rating";
import { schedule } from "@/lib/domain/schedule";
import {
  beginSession,
  grades,
  moveOn,
  nextReturn,
  openAnswer,
  type OtherAct,
  type Session,
  type SessionItem,
  wakesAt,
} from "@/lib/domain/session";
import { actOn, gradeQuestion, takeBack } from "@/lib/domain/session-acts";
import { hear, leaveOut } from "@/lib/domain/session-hear";
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
    expect(grades(session).map(({ item, rating }) => [item.questionId, rating])).toEqual([
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

  test("counts what is left: a step that returns today still is", () => {
    const session = begin("a", "b", "c");
    expect(grade(session, 3).left).toBe(2);
    expect(grade(session, 1).left).toBe(3);
    expect(act(session, "bury").left).toBe(2);
    expect(act(session, "flag").left).toBe(3);
  });

  test("takes back several acts, one by one, with their questions", () => {
    const begun = begin("a", "b", "c");
    const once = grade(begun, 1);
    const twice = act(once, "suspend");
    expect(held(undoLast(twice))).toEqual(held(once));
    expect(held(undoLast(once))).toEqual(held(begun));
  });

  test("leaves a question open where it is when it is flagged, or was asked", () => {
    const open = openAnswer(begin("a", "b"));
    const flagged = act(open, "flag");
    expect(flagged).toMatchObject({ isOpen: true, turn: open.turn, current: { flagged: true } });
    expect(undoLast(flagged)).toMatchObject({ isOpen: true, current: { flagged: false } });
    expect(act(open, "asked")).toMatchObject({ isOpen: true, turn: open.turn });
  });

  test("shows a question again with its answer where it was put away by mistake", () => {
    const open = openAnswer(begin("a", "b"));
    expect(undoLast(act(open, "suspend"))).toMatchObject({
      isOpen: true,
      current: { questionId: "a" },
    });
    expect(undoLast(grade(open, 3))).toMatchObject({ isOpen: false });
  });

  test("starts a question over where it is, and takes that back", () => {
    const returned = moveOn(grade(begin("a"), 1), later(10));
    const { memory } = returned.current ?? {};
    const over = act(openAnswer(returned), "reset");
    expect(over).toMatchObject({ isOpen: true, current: { memory: { phase: "new" } }, left: 1 });
    expect(undoLast(over).current?.memory).toEqual(memory);
  });

  test("takes an act of an earlier session back as well", () => {
    const [done] = grade(begin("a", "b"), 3).acts;
    if (!done) throw new Error("Nothing was done");
    const back = takeBack(begin("c"), done);
    expect(back).toMatchObject({ current: { questionId: "a" }, left: 2 });
    expect(back.upcoming).toMatchObject([{ questionId: "c" }]);
  });

  test("books a late grade on the question that it was given for", () => {
    const before = begin("a", "b");
    const given = before.current;
    const moved = leaveOut(before, new Set(["a"]), evening);
    const after = given && gradeQuestion(moved, given, aGrade(3), evening, scheduling);
    expect(after && shown(after)).toBe("b");
    expect(after?.acts.map(({ item }) => item.questionId)).toEqual(["a"]);
  });

  test("parts two questions of one topic by a step or a question of another", () => {
    const mixed = beginWith([
      aQuestionOf("a1", "a"),
      aQuestionOf("a2", "a"),
      aQuestionOf("b1", "b"),
    ]);
    const second = grade(mixed, 1);
    expect(shown(second)).toBe("b1");
    expect(shown(grade(second, 3))).toBe("a2");

    const again = grade(beginWith([aQuestionOf("a1", "a"), aQuestionOf("a2", "a")]), 1);
    const more = added(again, [aQuestionOf("b1", "b")]);
    expect(shown(grade(more, 3, later(11)))).toBe("b1");
  });

  test("leaves out what another tab graded, and shows the next; but not what is open", () => {
    expect(shown(leaveOut(begin("a", "b"), new Set(["a"]), evening))).toBe("b");
    expect(shown(leaveOut(openAnswer(begin("a", "b")), new Set(["a"]), evening))).toBe("a");
  });
});

describe("what the server says of what waits", () => {
  test("replaces what was upcoming, and a question that waits no longer", () => {
    const session = heardOf(begin("a", "b"), ["b", "c"]);
    expect(ids(session)).toEqual(["b", "c"]);
    expect(session.left).toBe(2);
  });

  test("leaves the question shown where it is while it waits, and always when it is open", () => {
    const before = begin("a", "b");
    expect(heardOf(before, ["c", "a"])).toMatchObject({ turn: before.turn });
    expect(ids(heardOf(before, ["c", "a"]))).toEqual(["a", "c"]);
    const open = heardOf(openAnswer(before), ["c"]);
    expect(open).toMatchObject({ isOpen: true, turn: before.turn });
    expect(ids(open)).toEqual(["a", "c"]);
  });

  test("is not all there is: then the question shown may be further on", () => {
    expect(ids(heardOf(begin("a"), ["c"], { isAll: false }))).toEqual(["a", "c"]);
  });

  test("asks nothing again that was dealt with and not heard of", () => {
    const session = heardOf(begin("a"), ["a", "b", "c"], { gone: ["b"] });
    expect(ids(session)).toEqual(["a", "c"]);
  });

  test("only adds, where the learner did something since it was asked", () => {
    const before = begin("a", "b");
    const asked = before.changes;
    const session = heardOf(grade(before, 3), ["a", "b", "c"], { changes: asked });
    expect(ids(session)).toEqual(["b", "c"]);
    expect(session.left).toBe(1);
  });

  test("keeps steps of this session until their time; then the server knows which still wait", () => {
    const stepped = grade(begin("a", "b"), 1);
    const early = heardOf(stepped, ["b"]);
    expect(nextReturn(early)).toEqual(later(10));
    expect(ids(heardOf(grade(early, 3), [], { at: later(11) }))).toEqual([]);
    const given = [aQuestionOf("a", "t", nthMemory(early, 0))];
    const back = hear(grade(early, 3), answer(given), known(grade(early, 3)), later(11));
    expect(ids(back)).toEqual(["a"]);
  });

  test("puts reviews that come later before new questions", () => {
    const { memory } = schedule({ id: "r", memory: NEW_MEMORY }, 4, evening, scheduling);
    const more = added(begin("a", "b"), [aQuestionOf("r", "a", memory)]);
    expect(shown(grade(more, 3))).toBe("r");
  });
});

describe("when it looks again", () => {
  const rule = aScheduling();

  test("is when a step returns, something comes up, or the study day ends", () => {
    const session = begin("a");
    expect(wakesAt(session, evening, rule)).toEqual(new Date("2026-11-25T04:00:00Z"));
    expect(wakesAt(grade(session, 1), evening, rule)).toEqual(later(10));
    const told = { ...session, nextDueAt: later(3) };
    expect(wakesAt(told, evening, rule)).toEqual(later(3));
    expect(wakesAt(told, later(4), rule)).toEqual(new Date("2026-11-25T04:00:00Z"));
  });
});

test("property: undoing every act gives back the session as it began", () => {
  const kinds = fc.constantFrom<OtherAct>("suspend", "bury", "flag", "asked", "reset");
  fc.assert(
    fc.property(fc.array(fc.oneof(anyRating, kinds), { maxLength: 8 }), (deeds) => {
      const begun = begin("a", "b", "c", "d", "e", "f", "g", "h");
      let session = deeds.reduce<Session<null>>(
        (before, deed) => (typeof deed === "number" ? grade(before, deed) : act(before, deed)),
        begun,
      );
      while (session.acts.length > 0) session = undoLast(session);
      expect(held(session)).toEqual(held(begun));
    }),
  );
});

test("property: whatever is done and heard, no question is in hand twice, and none open is taken away", () => {
  const deed = fc.oneof(
    anyRating.map((rating) => ({ rating })),
    fc.constantFrom<OtherAct>("suspend", "bury", "flag").map((kind) => ({ kind })),
    fc.constant({ open: true }),
    fc.constant({ undo: true }),
    fc
      .record({
        items: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"), {
          maxLength: 6,
        }),
        isAll: fc.boolean(),
        late: fc.boolean(),
      })
      .map((heard) => ({ heard })),
  );
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 20 }), (deeds) => {
      let session = begin("a", "b", "c");
      let takenAway = false;
      for (const [i, one] of deeds.entries()) {
        const before = session;
        const at = later(4 * i);
        if ("rating" in one) session = grade(before, one.rating, at);
        if ("kind" in one) session = act(before, one.kind, at);
        if ("open" in one) session = openAnswer(before);
        if ("undo" in one) session = undoLast(before);
        if ("heard" in one) {
          const { items: told, isAll, late } = one.heard;
          const changes = before.changes - (late ? 1 : 0);
          session = heardOf(before, told, { isAll, changes, at });
          takenAway ||= before.isOpen && shown(session) !== shown(before);
        }
        const all = [...ids(session), ...session.returning.map((item) => item.questionId)];
        expect(new Set(all).size).toBe(all.length);
      }
      expect(takenAway).toBe(false);
    }),
  );
});

test("property: one topic follows itself only when nothing of its kind is of another", () => {
  const topics = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 2, maxLength: 12 });
  const ratings = fc.array(anyRating, { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(topics, ratings, (named, given) => {
      let session = beginWith(named.map((topic, i) => aQuestionOf(String(i), topic)));
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

function begin(...questionIds: string[]): Session<null> {
  return beginWith(items(...questionIds));
}

function beginWith(given: SessionItem<null>[]): Session<null> {
  return beginSession(answer(given), evening);
}

function answer(given: SessionItem<null>[], isAll = true) {
  return { items: given, isAll, left: given.length, nextDueAt: null };
}

type Told = { isAll?: boolean; gone?: string[]; changes?: number; at?: Date };

function heardOf(
  session: Session<null>,
  questionIds: string[],
  { isAll = true, gone = [], changes = session.changes, at = evening }: Told = {},
): Session<null> {
  return hear(session, answer(items(...questionIds), isAll), { gone: new Set(gone), changes }, at);
}

function known({ changes }: Session<null>) {
  return { gone: new Set<string>(), changes };
}

/** What was heard too late to replace anything. */
function added(session: Session<null>, more: SessionItem<null>[]): Session<null> {
  return hear(session, answer(more), { gone: new Set(), changes: -1 }, evening);
}

function items(...questionIds: string[]) {
  return questionIds.map((questionId) => aQuestionOf(questionId, "t"));
}

function aQuestionOf(questionId: string, topic: string, memory: Memory = NEW_MEMORY) {
  return { questionId, topic, memory, flagged: false, shown: null };
}

function grade(session: Session<null>, rating: Rating, at = evening): Session<null> {
  const { current } = session;
  return current ? gradeQuestion(session, current, aGrade(rating), at, scheduling) : session;
}

function aGrade(rating: Rating) {
  return { id: v7(), rating, missed: null };
}

function act(session: Session<null>, kind: OtherAct, at = evening): Session<null> {
  const { current } = session;
  return current ? actOn(session, current, { id: v7(), kind }, at) : session;
}

function nthMemory({ returning }: Session<null>, index: number): Memory {
  return returning[index]?.memory ?? NEW_MEMORY;
}

/** What a session holds, but for how often it changed. */
function held(session: Session<null> | undefined) {
  return { ...session, turn: 0, changes: 0 };
}

function later(minutes: number): Date {
  return new Date(evening.getTime() + minutes * 60_000);
}

function shown(session: Session<null>): string | undefined {
  return session.current?.questionId;
}

/** The question shown, and those that are upcoming. */
function ids({ current, upcoming }: Session<null>): string[] {
  return [...(current ? [current] : []), ...upcoming].map((item) => item.questionId);
}

function undoLast<Shown>(session: Session<Shown>): Session<Shown> {
  const last = session.acts.at(-1);
  return last ? takeBack(session, last) : session;
}

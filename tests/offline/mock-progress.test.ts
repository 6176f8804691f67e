import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  dropMock,
  keepMock,
  mockProgress,
  mockUnderWay,
  whereMockIs,
} from "@/lib/offline/mock-progress";

const ADDRESS = "/interview/mock/run?id=m";

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  });
});
afterEach(() => void vi.unstubAllGlobals());

describe("a mock interview under way", () => {
  test("goes on where it was left, without what the server has as scored meanwhile", () => {
    const begun = mockProgress("m", ADDRESS, ["a", "b", "c"]);
    const answers = begun.answers.map((one) =>
      one.questionId === "b" ? { ...one, typed: "Leases", spentMs: 61_000 } : one,
    );
    keepMock({ ...begun, answers });
    expect(mockProgress("m", ADDRESS, ["b", "c"]).answers).toMatchObject([
      { questionId: "b", typed: "Leases", spentMs: 61_000, endedAt: null },
      { questionId: "c", typed: "", spentMs: 0 },
    ]);
    expect(mockProgress("another", ADDRESS, ["b"]).answers).toMatchObject([{ typed: "" }]);
  });

  test("says how far it is, and leads to its report once all is scored", () => {
    const { id, address, answers } = mockProgress("m", ADDRESS, ["a", "b"]);
    const [first, second] = answers.map((one) => ({ ...one, endedAt: "2026-11-28T18:00:00Z" }));
    if (!first || !second) throw new Error("Two were asked");
    const half = { id, address, answers: [{ ...first, reviewId: "r" }, second] };
    expect(whereMockIs(half)).toEqual({ answered: 2, scored: 1, of: 2, address: ADDRESS });
    const whole = { ...half, answers: half.answers.map((one) => ({ ...one, reviewId: "r" })) };
    expect(whereMockIs(whole).address).toBe("/interview/mock/m");
  });

  test("is forgotten when it is dropped, and no other with it; what is kept unreadably is none", () => {
    keepMock(mockProgress("m", ADDRESS, ["a"]));
    dropMock("another");
    expect(mockUnderWay()?.id).toBe("m");
    dropMock("m");
    expect(mockUnderWay()).toBeNull();
    localStorage.setItem("mock interview", '{"id":"m","address":"/","answers":"none"}');
    expect(mockUnderWay()).toBeNull();
  });
});

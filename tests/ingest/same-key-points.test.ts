import { describe, expect, test } from "vitest";
import { sameKeyPoints } from "@/lib/ingest/reconcile/same-key-points";

const point = (text: string, section: string | null = null, start = 0, end = 0) => ({
  text,
  section,
  start,
  end,
});
const stored = (id: string, text: string, changes: { section?: string; away?: boolean } = {}) => ({
  id,
  text,
  section: changes.section ?? null,
  answerStart: 0,
  answerEnd: 0,
  retiredAt: changes.away ? new Date("2026-11-01T00:00:00Z") : null,
});
const REWRITTEN = { answerChanged: true };

describe("a key point is the same", () => {
  test("by its text, wherever it stands", () => {
    const known = [stored("a", "Split horizon"), stored("b", "Longest prefix wins")];
    const drafted = [point("Longest prefix wins", "Routing"), point("Split horizon")];
    expect(sameKeyPoints(drafted, known, REWRITTEN)).toEqual(["b", "a"]);
  });

  test("also when it was put away, after one in use", () => {
    const known = [stored("a", "Split horizon", { away: true }), stored("b", "Split horizon")];
    const drafted = [point("Split horizon"), point("Split horizon")];
    expect(sameKeyPoints(drafted, known, REWRITTEN)).toEqual(["b", "a"]);
  });

  test("by most of its words", () => {
    const known = [stored("a", "The longest prefix wins"), stored("b", "Loops are cut at once")];
    const drafted = [point("Loops are cut early"), point("The longest matching prefix wins")];
    expect(sameKeyPoints(drafted, known, REWRITTEN)).toEqual(["b", "a"]);
  });

  test("by its place, in an answer that did not change", () => {
    const known = [{ ...stored("a", "Metrics: lowest cost"), answerStart: 10, answerEnd: 90 }];
    const drafted = [point("What a path costs decides", null, 12, 90)];
    expect(sameKeyPoints(drafted, known, { answerChanged: false })).toEqual(["a"]);
    expect(sameKeyPoints(drafted, known, REWRITTEN)).toEqual([null]);
  });
});

describe("a key point is another", () => {
  test("when it is as much like one as like another", () => {
    const known = [stored("a", "Routes by cost inside"), stored("b", "Routes by cost outside")];
    expect(sameKeyPoints([point("Routes by cost")], known, REWRITTEN)).toEqual([null]);
  });

  test("in another section, unless nearly all of it stays", () => {
    const known = [stored("a", "Keep backups for thirty days", { section: "Storage" })];
    const half = point("Keep backups for ten months", "Law");
    const most = point("Keep backups for thirty whole days", "Law");
    expect(sameKeyPoints([half], known, REWRITTEN)).toEqual([null]);
    expect(sameKeyPoints([most], known, REWRITTEN)).toEqual(["a"]);
  });

  test("when the only one like it was put away", () => {
    const known = [stored("a", "The longest prefix wins", { away: true })];
    const drafted = [point("The longest matching prefix wins")];
    expect(sameKeyPoints(drafted, known, REWRITTEN)).toEqual([null]);
  });
});

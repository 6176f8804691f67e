import { describe, expect, test } from "vitest";
import { lineOf, type Problem, problemGroups } from "@/lib/domain/problem";

const aProblem = (problem: Partial<Problem>): Problem => ({
  line: 7,
  severity: "warning",
  code: "answer-truncated",
  message: `Line ${problem.line ?? 7} breaks off.`,
  remedy: "Finish it.",
  ...problem,
});

describe("the line of a problem", () => {
  test("is where it stands", () => {
    expect(lineOf(aProblem({}))).toBe(7);
    expect(lineOf(aProblem({ line: 1 }))).toBe(1);
  });

  test("is none when it is of the whole document", () => {
    for (const code of ["no-question", "too-slow", "too-deep", "encoding-unreadable"] as const)
      expect(lineOf(aProblem({ code, line: 1 }))).toBeNull();
    expect(lineOf(aProblem({ code: "too-deep", line: 12 }))).toBe(12);
  });
});

describe("the problems of a document", () => {
  const three = [3, 5, 9].map((line) => aProblem({ line }));

  test("of one kind are told in a sentence with their count, and keep their places", () => {
    expect(problemGroups(three)).toEqual([
      {
        severity: "warning",
        message: "3 answers break off in the middle.",
        remedy: "For each: finish it.",
        problems: three,
      },
    ]);
  });

  test("are told one by one when they are two, or of a kind that a document has once", () => {
    expect(problemGroups(three.slice(1))).toHaveLength(2);
    const fences = three.map((problem) => aProblem({ ...problem, code: "unclosed-fence" }));
    expect(problemGroups(fences).map(({ message }) => message)).toEqual(
      fences.map(({ message }) => message),
    );
  });

  test("have errors first", () => {
    const error = aProblem({ severity: "error", code: "empty-prompt", message: "Empty." });
    const [first] = problemGroups([...three, error]);
    expect(first).toMatchObject({ severity: "error", message: "Empty." });
  });
});

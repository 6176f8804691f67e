import type { KeyPoint } from "./question";

/** What a learner says of a point: recalled, or said and said wrongly. One without a mark was missed. */
export type Mark = "recalled" | "wrong";

/** What a learner has marked of a question's points, by id; `none`: that they made none of them. */
export type Marks = { given: ReadonlyMap<string, Mark>; none: boolean };

/** Nothing touched: not assessed. */
export const UNMARKED: Marks = { given: new Map(), none: false };

/** What marks points: by ids, those that have the mark already lose it. */
export type Marking =
  | { kind: Mark; id: string }
  /** The next of recalled, said wrongly and unmarked. */
  | { kind: "turn"; id: string }
  /** Those without a mark were recalled. */
  | { kind: "rest"; ids: readonly string[] }
  /** None of them was; said again, it is taken back. */
  | { kind: "none" };

/** The marks after another one. */
export function mark(marks: Marks, marking: Marking): Marks {
  const given = new Map(marks.given);
  switch (marking.kind) {
    case "none":
      return { given: new Map(), none: !marks.none };
    case "rest":
      for (const id of marking.ids) if (!given.has(id)) given.set(id, "recalled");
      return { given, none: false };
    case "turn":
      put(given, marking.id, NEXT[given.get(marking.id) ?? "missed"]);
      return { given, none: false };
    case "recalled":
    case "wrong":
      put(given, marking.id, given.get(marking.id) === marking.kind ? null : marking.kind);
      return { given, none: false };
  }
}

const NEXT = { missed: "recalled", recalled: "wrong", wrong: null } as const;

function put(given: Map<string, Mark>, id: string, to: Mark | null): void {
  if (to) given.set(id, to);
  else given.delete(id);
}

/** What a learner says of a question's points in a review. */
export type Assessment = {
  recalledKeyPointIds: string[];
  wrongKeyPointIds: string[];
  /** The texts of those that were not recalled, in their order. */
  missed: string[];
};

/**
 * What is stored of the marks, whatever the grade. Null, which is not assessed, where nothing was
 * touched, or all of it was taken back.
 */
export function assessment(
  { given, none }: Marks,
  points: readonly Pick<KeyPoint, "id" | "text">[],
): Assessment | null {
  if (given.size === 0 && !none) return null;
  const ids = (wanted: Mark) => points.flatMap(({ id }) => (given.get(id) === wanted ? [id] : []));
  return {
    recalledKeyPointIds: ids("recalled"),
    wrongKeyPointIds: ids("wrong"),
    missed: points.flatMap(({ id, text }) => (given.get(id) === "recalled" ? [] : [text])),
  };
}

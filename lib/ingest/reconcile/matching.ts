import { groupBy } from "@/lib/group-by";

/** What questions are compared by before their words. `document`: the id of the one it stands in. */
export type Keys = {
  document: string;
  explicitId: string | null;
  promptKey: string;
  answerHash: string | null;
};

/** A question as a document has it now; `answerLength` in characters. */
export type Draft = Keys & { answerLength: number };

/** A question as it is stored, without its text. */
export type Known = Keys & {
  id: string;
  /** Put away, by whomever. One in use goes before it, where both could be meant. */
  away: boolean;
  /** The question that this one was merged into. */
  mergedIntoId: string | null;
};

/** A known question and a draft, by its place. */
export type Link = { id: string; draft: number };

/** One that is gone and may be the draft, or may have gone into it with others. */
export type Unclear = Link & { kind: "same" | "part" };

/** Which known question each draft of a run is, so far. */
export class Matching {
  /** For each draft the id of the question that it is; null for none yet. */
  readonly ids: (string | null)[];
  /** Known questions that no draft is. */
  readonly left: Map<string, Known>;
  drafts: readonly Draft[];
  readonly #known: Map<string, Known>;

  constructor(drafts: readonly Draft[], known: readonly Known[]) {
    this.drafts = drafts;
    this.ids = drafts.map(() => null);
    this.#known = new Map(known.map((question) => [question.id, question]));
    this.left = new Map(this.#known);
  }

  /** The drafts that are no known question, with their places. */
  open(): { draft: Draft; i: number }[] {
    return this.drafts.flatMap((draft, i) => (this.ids[i] === null ? [{ draft, i }] : []));
  }

  /** More questions that a draft may be. */
  add(known: readonly Known[]): void {
    for (const question of known) {
      this.#known.set(question.id, question);
      this.left.set(question.id, question);
    }
  }

  /** The known questions with the drafts that they are. */
  taken(): { draft: Draft; i: number; known: Known }[] {
    return this.drafts.flatMap((draft, i) => {
      const known = this.#known.get(this.ids[i] ?? "");
      return known ? [{ draft, i, known }] : [];
    });
  }

  /** Of those, the ones in use whose answer is another now. */
  rewritten() {
    return this.taken().filter(
      ({ draft, known }) => !known.away && draft.answerHash !== known.answerHash,
    );
  }

  /** Questions in use that no draft is. */
  gone(): Known[] {
    return [...this.left.values()].filter(({ away }) => !away);
  }

  /** Whether what a draft and a known question say of their identity lets them be the same. */
  mayBe(draft: number, id: string): boolean {
    const [a, b] = [this.drafts[draft], this.#known.get(id)];
    return a !== undefined && b !== undefined && mayBe(a, b);
  }

  /** Whether a draft and a known question stand in the same document. */
  isWithin(draft: number, id: string): boolean {
    return this.drafts[draft]?.document === this.#known.get(id)?.document;
  }

  /**
   * Takes a document of which nothing is known, and most of which was in one that is gone, for that
   * one under another name: from now on its drafts stand there.
   */
  followRenames(): void {
    if (this.#known.size === 0) return;
    const here = new Set(this.drafts.map(({ document }) => document));
    const stored = new Set([...this.#known.values()].map(({ document }) => document));
    const renamed = new Map<string, string>();
    for (const [to, taken] of groupBy(this.taken(), ({ draft }) => draft.document)) {
      if (stored.has(to)) continue;
      const sources = groupBy(taken, ({ known }) => known.document);
      for (const [from, { length }] of sources)
        if (length > taken.length / 2 && !here.has(from)) renamed.set(to, from);
    }
    this.drafts = this.drafts.map((draft) => ({
      ...draft,
      document: renamed.get(draft.document) ?? draft.document,
    }));
  }

  takeIfLeft(draft: number, id: string): void {
    if (this.ids[draft] === null && this.left.has(id)) this.take(draft, id);
  }

  take(draft: number, id: string): void {
    this.ids[draft] = id;
    this.left.delete(id);
  }

  /** Takes what is equal by a key, in the order of both, where the key tells questions apart. */
  takeBy({ of: keyOf, among, certain, says = () => true }: Key): void {
    if (this.left.size === 0) return;
    const open = this.open().filter(({ draft }) => says(draft));
    const known = groupBy(inUseFirst([...this.left.values()]), keyOf);
    for (const [key, found] of groupBy(open, ({ draft }) => keyOf(draft))) {
      const alike = known.get(key) ?? [];
      if (key === null || Math.max(found.length, candidates(alike)) > among) continue;
      for (const { draft, i } of found) {
        const at = alike.findIndex((question) => certain || mayBe(draft, question));
        const [match] = at === -1 ? [] : alike.splice(at, 1);
        if (match) this.take(i, match.id);
      }
    }
  }
}

/** Something that questions are equal by. */
export type Key = {
  /** Null where it says nothing. */
  of: (question: Keys) => string | null;
  /** Shared by more than this many, it tells none of them. */
  among: number;
  /** Whether it holds against two explicit ids that differ. */
  certain: boolean;
  /** Whether a draft says enough to be known by it. */
  says?: (draft: Draft) => boolean;
};

/** Two that name themselves differently are two, whatever they share. */
function mayBe(draft: Keys, known: Keys): boolean {
  const [a, b] = [draft.explicitId, known.explicitId];
  return a === null || b === null || a === b;
}

function inUseFirst(known: Known[]): Known[] {
  return known.toSorted((a, b) => Number(a.away) - Number(b.away));
}

function candidates(alike: readonly Known[]): number {
  const inUse = alike.filter(({ away }) => !away).length;
  return inUse > 0 ? inUse : alike.length;
}

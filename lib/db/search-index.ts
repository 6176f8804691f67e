import { breathe } from "@/lib/breathe";
import type { SearchTerm } from "@/lib/domain/search-query";
import { reportOnce } from "@/lib/report-once";
import type { Queries } from "./queries";
import { type Change, SearchFile } from "./search-file";
import { questionTexts } from "./search-texts";

/**
 * What questions can be found by: their prompts, answers and key points, and each learner's own words on
 * them. Another engine would answer the same by its own means.
 */
export type SearchIndex = {
  /**
   * Has what changed since the last time read, whoever changed it. Much of it is read on after this has
   * answered: how many questions those are.
   */
  upToDate(): Promise<number>;
  /**
   * Ids of questions that say all the terms, up to `limit`: those in whose prompts they are first, and
   * of these where they follow each other.
   */
  best(asked: Asked, limit: number): Promise<string[]>;
  /** Ids of all that do. */
  all(asked: Omit<Asked, "isSought">): Promise<Set<string>>;
  close(): Promise<void>;
};

type Asked = {
  learnerId: string;
  terms: readonly SearchTerm[];
  isSought: (questionId: string) => boolean;
};

/** Questions at a stretch: as many hold up the grades beside them for some 10 ms. */
const A_PART = 25;
/** As many are read before somebody is answered. */
const WAITED_FOR = 250;

/**
 * The search index of a SQLite store, in a file beside it that is made from it and can be lost: neither
 * does a grade wait for it, nor is a copy of the store larger by it.
 */
export function openSearchIndex(store: string, read: Queries): SearchIndex {
  const file = new SearchFile(`${store}.search`);
  let isClosed = false;
  let turn: Promise<unknown> = Promise.resolve();

  /** Reads all that changed; those asked for meanwhile have a look of their own after it. */
  async function readOn(): Promise<void> {
    for (;;) {
      if (isClosed) return;
      const changes = await changesAfter(read, await lastKnown());
      if (changes.length === 0) return;
      const ids = changes.map(({ questionId }) => questionId);
      const texts = await questionTexts(read, ids);
      const last = changes.at(-1);
      if (!isClosed && last) file.put(ids, texts, last);
      await breathe();
    }
  }

  /** The last change that was read; none, where it is not in the store, which is another one then. */
  async function lastKnown(): Promise<number> {
    const { seq, questionId } = file.last();
    if (seq === 0) return 0;
    const now = await read.textChange.findUnique({ where: { questionId } });
    if (now && now.seq >= seq) return seq;
    file.begin();
    return 0;
  }

  return {
    async upToDate() {
      const left = await changeCount(read, await lastKnown());
      if (left === 0) return 0;
      const mine = turn.then(readOn).catch(() => {
        reportOnce("What changed could not be read for the search. Is the disk full?");
      });
      turn = mine;
      if (left > WAITED_FOR) return left;
      await mine;
      return 0;
    },
    async best({ isSought, ...asked }, limit) {
      const found = new Set<string>();
      for (const where of ["prompt", "points", null] as const)
        for (const terms of orders(asked.terms)) {
          if (found.size >= limit) break;
          file.find({ ...asked, terms, where }, (id) => {
            if (!found.has(id) && isSought(id)) found.add(id);
            return found.size < limit;
          });
          await breathe();
        }
      return [...found];
    },
    async all(asked) {
      const found = new Set<string>();
      file.find({ ...asked, where: null }, (id) => Boolean(found.add(id)));
      return found;
    },
    async close() {
      isClosed = true;
      await turn;
      file.close();
    },
  };
}

/** Terms as one phrase, and then wherever they are. */
function orders(terms: readonly SearchTerm[]): (readonly SearchTerm[])[] {
  if (terms.length < 2) return [terms];
  const isBeginning = terms.at(-1)?.isBeginning ?? false;
  return [[{ words: terms.flatMap(({ words }) => words), isBeginning }], terms];
}

async function changesAfter(read: Queries, seq: number): Promise<Change[]> {
  return read.textChange.findMany({
    where: { seq: { gt: seq } },
    orderBy: { seq: "asc" },
    take: A_PART,
  });
}

async function changeCount(read: Queries, seq: number): Promise<number> {
  return read.textChange.count({ where: { seq: { gt: seq } } });
}

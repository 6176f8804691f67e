import { groupBy } from "@/lib/group-by";
import type { QuestionText } from "./keys";
import type { Pair } from "./likeness";
import type { Link, Matching, Unclear } from "./matching";
import { type Part, partsOf, shareIn } from "./parts";

/** What is compared: known questions by id, drafts by place. */
export type Texts = {
  known: ReadonlyMap<string, QuestionText>;
  drafts: ReadonlyMap<number, QuestionText>;
};

/** So much of an answer in another one says without asking that it went there. */
const CLEARLY = 0.8;
/** So little of it was there before. */
const LITTLE = 0.5;

/**
 * New drafts that took over a part of a known answer. Where the known question is gone and two or
 * more share what it said, the one with the most of it is that question from now on; of those with
 * as much, the one that is most like it.
 */
export async function splitFrom(
  matching: Matching,
  texts: Texts,
  pairs: readonly Pair[],
): Promise<Link[]> {
  const likeness = new Map(pairs.map((pair) => [`${pair.draft} ${pair.id}`, pair.likeness]));
  const rewritten = matching.rewritten();
  const sources = [...rewritten.map(({ known }) => known), ...matching.gone()].map(({ id }) => id);
  const found = await bestParts(
    draftedAnswers(matching.open(), texts),
    storedAnswers(sources, texts),
  );
  const now = new Map(rewritten.map(({ i, known }) => [known.id, draftedAnswer(i, texts)]));
  return [...groupBy(found, ({ whole }) => whole)].flatMap(([id, parts]) => {
    const drafts = parts.map(({ part }) => Number(part)).filter((i) => matching.mayBe(i, id));
    const answer = now.get(id);
    if (answer !== undefined)
      return drafts
        .filter((i) => shareIn(draftedAnswer(i, texts), answer) < LITTLE)
        .map((draft) => ({ id, draft }));
    const [likeliest, ...others] = drafts.toSorted(
      (a, b) =>
        answerLength(matching, b) - answerLength(matching, a) ||
        (likeness.get(`${b} ${id}`) ?? 0) - (likeness.get(`${a} ${id}`) ?? 0),
    );
    if (likeliest === undefined || others.length === 0) return [];
    matching.take(likeliest, id);
    return others.map((draft) => ({ id, draft }));
  });
}

/**
 * Questions that are gone and stand, for the most part, in the answer of a draft. Those that clearly
 * went there are `merges`; of two that make a new draft, the longer is that draft from now on.
 */
export async function mergedIn(
  matching: Matching,
  texts: Texts,
): Promise<{ merges: Link[]; asks: Unclear[] }> {
  const gone = matching.gone().map(({ id }) => id);
  const rewritten = matching.rewritten();
  const wholes = draftedAnswers([...matching.open(), ...rewritten], texts);
  const before = new Map(rewritten.map(({ i, known }) => [i, storedAnswer(known.id, texts)]));
  const answers = storedAnswers(gone, texts);
  const found = (await bestParts(answers, wholes))
    .map(({ part, whole, share }) => ({ id: part, draft: Number(whole), share }))
    .filter(({ id, draft }) => {
      const old = before.get(draft) ?? "";
      return matching.mayBe(draft, id) && shareIn(answers.get(id) ?? "", old) < LITTLE;
    });
  const [merges, asks]: [Link[], Unclear[]] = [[], []];
  for (const [draft, parts] of groupBy(found, (part) => part.draft)) {
    const clear = parts
      .filter(({ share }) => share >= CLEARLY)
      .map(({ id }) => id)
      .toSorted((a, b) => (answers.get(b) ?? "").length - (answers.get(a) ?? "").length);
    const isNew = matching.ids[draft] === null;
    // One that gave its own answer up for this one may as well have changed places with it.
    const isGrown =
      before.has(draft) && shareIn(before.get(draft) ?? "", draftedAnswer(draft, texts)) >= LITTLE;
    const [keeper] = isNew && clear.length > 1 ? clear : [];
    if (keeper !== undefined) matching.take(draft, keeper);
    for (const { id } of parts.filter((part) => part.id !== keeper)) {
      const isClear = clear.includes(id) && (isGrown || keeper !== undefined);
      if (isClear) merges.push({ id, draft });
      else asks.push({ id, draft, kind: isNew && parts.length === 1 ? "same" : "part" });
    }
  }
  return { merges, asks };
}

/** Each text that is in others, with the one that holds the most of it. */
async function bestParts(
  texts: ReadonlyMap<string, string>,
  wholes: ReadonlyMap<string, string>,
): Promise<Part[]> {
  if (Math.min(texts.size, wholes.size) === 0) return [];
  const parts = groupBy(await partsOf(texts, wholes), ({ part }) => part);
  return [...parts.values()].map((own) => own.reduce((a, b) => (b.share > a.share ? b : a)));
}

function draftedAnswers(drafts: readonly { i: number }[], texts: Texts): Map<string, string> {
  return new Map(drafts.map(({ i }) => [String(i), draftedAnswer(i, texts)]));
}

function draftedAnswer(i: number, { drafts }: Texts): string {
  return drafts.get(i)?.answer ?? "";
}

function storedAnswers(ids: readonly string[], texts: Texts): Map<string, string> {
  return new Map(ids.map((id) => [id, storedAnswer(id, texts)]));
}

function storedAnswer(id: string, { known }: Texts): string {
  return known.get(id)?.answer ?? "";
}

function answerLength({ drafts }: Matching, i: number): number {
  return drafts[i]?.answerLength ?? 0;
}

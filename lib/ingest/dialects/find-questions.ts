import type { RootContent } from "mdast";
import { DIALECTS } from ".";
import type { Dialect, Finding, FoundQuestion, ParsedDocument, Span } from "./dialect";
import { remarksIn } from "./reading/comments";
import { referencesIn, withReferences } from "./references";
import { remarked } from "./remarked";
import { readWithKeys } from "./answer-keys";
import { withHtmlHeadings } from "./reading/html-headings";
import { under } from "./reading/topics";

export type Found = {
  /** Those that were read, the most seen first. */
  dialects: { dialect: Dialect; questions: number }[];
  /** In the document's order. */
  questions: FoundQuestion[];
};

/**
 * A document's questions in whatever dialects it mixes: the one that sees the most, of the explicit
 * ones if they see any, takes its questions, each with its text; what is left is looked at by the others, until none sees any.
 * `first` goes before all when it is named.
 */
export function findQuestions(document: ParsedDocument, first: Dialect | null): Found {
  // Before anything is cut out: that sets offsets anew.
  const remarks = remarksIn(document.source, document.tree);
  const references = referencesIn(document.source, document.tree);
  const whole = { ...document, tree: withHtmlHeadings(document.source, document.tree) };
  const { dialects, questions } = readWithKeys(whole, (it) => readInTurn(it, first));
  const inOrder = questions
    .filter(({ prompt }) => !ANCHOR.test(prompt))
    .map((question) => withReferences(question, references))
    .toSorted((a, b) => a.span.start - b.span.start);
  return { dialects, questions: remarked(document.source, remarks, inOrder) };
}

/** What each dialect takes, in any order. */
function readInTurn(document: ParsedDocument, first: Dialect | null) {
  const dialects: Found["dialects"] = [];
  const questions: Finding[] = [];
  const left = new Set(DIALECTS);
  let regions = [document];
  for (let best = first ?? bestDialect(regions, left); best; best = bestDialect(regions, left)) {
    const dialect = best;
    // Before: what is cut out has its offsets set anew.
    const places = regions.map(placesIn);
    const found = regions.map((region) => dialect.extract(region));
    regions = regions.flatMap((region, i) => withoutSpans(region, places[i] ?? [], found[i] ?? []));
    questions.push(...found.flat());
    dialects.push({ dialect, questions: found.flat().length });
    left.delete(dialect);
  }
  return { dialects, questions };
}

/** A line of contents: it leads to a question of its document, and is none. */
const ANCHOR = /^\[[^\]]*\]\(#[^)]*\)$/;

function bestDialect(
  regions: readonly ParsedDocument[],
  left: ReadonlySet<Dialect>,
): Dialect | null {
  const [best] = [...left]
    .map((dialect) => ({
      dialect,
      seen: regions.reduce((sum, region) => sum + dialect.detect(region), 0),
    }))
    .filter(({ seen }) => seen > 0)
    .toSorted((a, b) => rank(b.dialect) - rank(a.dialect) || b.seen - a.seen);
  return best?.dialect ?? null;
}

function rank({ isExplicit }: Dialect): number {
  return isExplicit ? 1 : 0;
}

type Place = { block: RootContent } & Span;

function placesIn({ tree }: ParsedDocument): Place[] {
  return tree.children.map((block) => {
    const { start, end } = block.position ?? {};
    return { block, start: start?.offset ?? 0, end: end?.offset ?? 0 };
  });
}

/** What questions leave of a region, in stretches, each under the headings that stand over it. */
function withoutSpans(
  region: ParsedDocument,
  places: readonly Place[],
  questions: readonly Finding[],
): ParsedDocument[] {
  if (questions.length === 0) return [region];
  const spans = questions.map(({ span }) => span).toSorted((a, b) => a.start - b.start);
  const regions: ParsedDocument[] = [];
  let above = region.above;
  let open: RootContent[] = [];
  let next = 0;
  const close = () => {
    if (open.length > 0) regions.push({ ...region, above, tree: { type: "root", children: open } });
    for (const block of open) if (block.type === "heading") above = under(above, block);
    open = [];
  };
  for (const { block, start, end } of places) {
    while ((spans[next]?.end ?? Infinity) <= start) next += 1;
    const isTaken = (spans[next]?.start ?? Infinity) < end;
    if (isTaken) close();
    else open.push(block);
  }
  close();
  return regions;
}

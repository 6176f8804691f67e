import { DIALECTS } from ".";
import type { Dialect, Finding, FoundQuestion, ParsedDocument } from "./dialect";
import { metadataComments } from "./reading/comments";
import { referencesIn, withReferences } from "./references";
import { withMetadata } from "./metadata-comments";
import { readWithKeys } from "./answer-keys";
import { withChoicesJoined } from "./reading/joined-choices";
import { withHtmlHeadings } from "./reading/html-headings";
import { placesIn, withoutSpans } from "./regions";

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
  const comments = metadataComments(document.source, document.tree);
  const references = referencesIn(document.source, document.tree);
  const tree = withChoicesJoined(withHtmlHeadings(document.source, document.tree));
  const { dialects, questions } = readWithKeys({ ...document, tree }, (it) =>
    readInTurn(it, first),
  );
  const inOrder = questions
    .filter(({ prompt }) => !ANCHOR.test(prompt) && !DOTS.test(prompt))
    .map((question) => withReferences(question, references))
    .toSorted((a, b) => a.span.start - b.span.start);
  return { dialects, questions: withMetadata(document.source, comments, inOrder) };
}

/** What each dialect takes, in any order. */
function readInTurn(document: readonly ParsedDocument[], first: Dialect | null) {
  const dialects: Found["dialects"] = [];
  const questions: Finding[] = [];
  const left = new Set(DIALECTS);
  let regions = [...document];
  for (let best = first ?? bestDialect(regions, left); best; best = bestDialect(regions, left)) {
    const dialect = best;
    // Before: what is cut out has its offsets set anew.
    const places = regions.map(placesIn);
    const found = regions.map((region) => dialect.extract(region));
    regions = regions.flatMap((region, i) =>
      withoutSpans(
        region,
        places[i] ?? [],
        (found[i] ?? []).map(({ span }) => span),
      ),
    );
    questions.push(...found.flat());
    dialects.push({ dialect, questions: found.flat().length });
    left.delete(dialect);
  }
  return { dialects, questions };
}

/** They hold the place of a question, and are none. */
const DOTS = /^[.…]+$/;

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

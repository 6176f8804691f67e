import { z } from "zod";
import { pairKind } from "@/lib/db/library/asks";
import type { Database } from "@/lib/db/client";
import type { Queries } from "@/lib/db/queries";
import {
  type AsksOfTwo,
  duplicatesOfTwo,
  openPairs,
  promptsOfTwo,
  reviewCounts,
} from "@/lib/db/library/open-asks";
import { documentPaths, retireAsks } from "@/lib/db/library/retire-asks";
import { firstLine } from "@/lib/domain/first-line";
import type { Context } from "@/lib/use-case/context";
import { renderedQuestion } from "@/lib/use-case/rendered";
import { missingCount } from "@/lib/library/run/missing-questions";
import type {
  AskedMissing,
  AskedOfTwo,
  AskedPair,
  AskedQuestion,
  AsksShown,
  OpenAsks,
} from "@/lib/wire/asks";

const Shown = z.object({ asks: z.enum(["all", "each"]) });
/** How much an address asks to be shown. */
export function asksShown(params: unknown): AsksShown {
  const said = Shown.safeParse(params);
  return said.success ? said.data.asks : "few";
}

/** Each shows two answers: more would be a long page, and a slow one. */
const LIMITS = { few: 3, all: 20, each: 20 };
const PROMPTS = 10;
const MISSING_DOCUMENTS = 20;

/** All that runs would not decide by themselves, oldest first. */
export async function openAsks(
  { database }: Context,
  shown: AsksShown = "each",
): Promise<OpenAsks> {
  const { read } = database;
  const limit = LIMITS[shown];
  const duplicates = shown === "each" ? [] : await duplicatesOfTwo(read);
  const groups = duplicates.filter(({ count }) => count > 1);
  const ofTwo = await askedOfTwo(read, groups.slice(0, limit));
  const { rows, total } = await openPairs(read, {
    limit: limit - ofTwo.length,
    duplicates:
      shown === "each" ? null : duplicates.filter(({ count }) => count === 1).map(({ id }) => id),
  });
  const pairs = await askedPairs(database, rows);
  const more = groups.length - ofTwo.length + total - rows.length;
  return { missing: await missingAsked(read), ofTwo, pairs, more };
}

async function askedOfTwo(read: Queries, groups: readonly AsksOfTwo[]): Promise<AskedOfTwo[]> {
  const paths = await documentPaths(
    read,
    groups.flatMap(({ documents }) => documents),
  );
  const prompts = await promptsOfTwo(read, groups, PROMPTS);
  return groups.map(({ id, documents: [one, two], count }) => ({
    id,
    paths: [paths.get(one) ?? "", paths.get(two) ?? ""],
    count,
    prompts: (prompts.get(id) ?? []).map(firstLine),
  }));
}

type PairRow = Awaited<ReturnType<typeof openPairs>>["rows"][number];

async function askedPairs(database: Database, rows: readonly PairRow[]): Promise<AskedPair[]> {
  const sides = rows.flatMap(({ question, other }) => [question, other].filter((q) => q !== null));
  const reviews = await reviewCounts(
    database.read,
    sides.map(({ id }) => id),
  );
  const pairs: AskedPair[] = [];
  for (const { id, kind, question, other } of rows)
    if (question && other)
      pairs.push({
        id,
        kind: pairKind(kind),
        questions: [
          await asked(database, question, reviews.get(question.id) ?? 0),
          await asked(database, other, reviews.get(other.id) ?? 0),
        ],
      });
  return pairs;
}

type Side = NonNullable<PairRow["question"]>;

async function asked(database: Database, side: Side, reviews: number): Promise<AskedQuestion> {
  const { id, line, document, retiredAt, versions } = side;
  const [version] = versions;
  if (!version) throw new Error(`Question ${id} has no current version`);
  const html = await renderedQuestion(database, { ...version.text, line, document });
  return { id, ...html, path: document.path, line, reviews, inUse: retiredAt === null };
}

async function missingAsked(read: Queries): Promise<AskedMissing[]> {
  const asks = (await retireAsks(read))
    .filter(({ answer }) => answer === null)
    .map((ask) => ({ ...ask, first: ask.missing.slice(0, MISSING_DOCUMENTS) }));
  const ids = asks.flatMap(({ first }) => first.map(({ documentId }) => documentId));
  const paths = await documentPaths(read, ids);
  return asks.map(({ id, missing, first }) => ({
    id,
    questions: missingCount(missing),
    documents: first.map(({ documentId, questions }) => ({
      path: paths.get(documentId) ?? "",
      questions: questions.length,
    })),
    moreDocuments: missing.length - first.length,
  }));
}

import { z } from "zod";
import {
  answerAsk as bookAnswer,
  asksAlike,
  openAsk,
  openPairs,
  type PairAsk,
  pairKind,
} from "@/lib/db/asks";
import { documentPaths, missingIn, retireAllMissing, retireAsks } from "@/lib/db/retire-asks";
import type { Database, Queries } from "@/lib/db/client";
import { err, ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/study/context";
import { conflict, type Failure, notFound } from "@/lib/study/failure";
import { Id } from "@/lib/study/inputs";
import { mergeQuestions } from "./merge-questions";
import { missingCount } from "@/lib/study/run/missing-questions";
import { renderedQuestion } from "@/lib/study/rendered";

/** One of two questions that may be the same. */
export type AskedQuestion = {
  id: string;
  promptHtml: string;
  answerHtml: string | null;
  path: string;
  line: number;
  reviews: number;
  inUse: boolean;
};

/**
 * `same`: the second may be the first, changed. `part`: the first may have gone into the second.
 * `duplicate`: they stand in two documents.
 */
export type AskedPair = {
  id: string;
  kind: PairAsk["kind"];
  questions: [AskedQuestion, AskedQuestion];
  /** Other duplicates in the same two documents: they can be answered with this one. */
  alike: number;
};

/** Questions that a run found missing and kept, by the document that they were in. */
export type AskedMissing = {
  id: string;
  questions: number;
  documents: { path: string; questions: number }[];
};

/** What waits for an answer: `more` pairs follow those shown. */
export type OpenAsks = { missing: AskedMissing[]; pairs: AskedPair[]; more: number };

/** Each shows two answers: more would be a long page, and a slow one. */
const PAIRS_SHOWN = 10;

/** All that runs would not decide by themselves, oldest first. */
export async function openAsks({ database }: Context): Promise<OpenAsks> {
  const { rows, total } = await openPairs(database.read, PAIRS_SHOWN);
  const pairs: AskedPair[] = [];
  for (const { id, kind, question, other } of rows)
    if (question && other)
      pairs.push({
        id,
        kind: pairKind(kind),
        questions: [await asked(database, question), await asked(database, other)],
        alike: Math.max(0, (await asksAlike(database.read, id)).length - 1),
      });
  const missing = await missingAsked(database.read);
  return { missing, pairs, more: total - rows.length };
}

type Row = NonNullable<Awaited<ReturnType<typeof openPairs>>["rows"][number]["question"]>;

async function asked(database: Database, row: Row): Promise<AskedQuestion> {
  const { id, line, document, retiredAt, versions, _count } = row;
  const [version] = versions;
  if (!version) throw new Error(`Question ${id} has no current version`);
  const html = await renderedQuestion(database, { ...version, line, document });
  const { reviews } = _count;
  return { id, ...html, path: document.path, line, reviews, inUse: retiredAt === null };
}

async function missingAsked(read: Queries): Promise<AskedMissing[]> {
  const asks = (await retireAsks(read)).filter(({ answer }) => answer === null);
  const ids = asks.flatMap(({ missing }) => missing.map(({ documentId }) => documentId));
  const paths = await documentPaths(read, ids);
  return asks.map(({ id, missing }) => ({
    id,
    questions: missingCount(missing),
    documents: missing.map(({ documentId, questions }) => ({
      path: paths.get(documentId) ?? "",
      questions: questions.length,
    })),
  }));
}

const Answer = z.object({
  ask: Id,
  answer: z.enum(["same", "different", "retire", "keep"]),
  /** Ticked: for what is alike too. */
  alike: z.literal("on").optional(),
});
type Answer = z.infer<typeof Answer>["answer"];

const ANSWERS: Record<string, readonly Answer[]> = {
  same: ["same", "different"],
  part: ["same", "different"],
  duplicate: ["same", "different"],
  retire: ["retire", "keep"],
};

/**
 * Answers an ask. `same` takes the histories of both questions together, `different` closes it for
 * ever; `retire` puts away what is missing, `keep` leaves it in use. Answered twice is answered once.
 */
export async function answerAsk(
  { database, clock }: Context,
  form: unknown,
): Promise<Result<null, Failure>> {
  const said = Answer.safeParse(form);
  const ask = said.success ? await openAsk(database.read, said.data.ask) : null;
  if (!said.success || !ask) return err(notFound("This was answered already, or answered itself."));
  const { answer, alike } = said.data;
  if (!ANSWERS[ask.kind]?.includes(answer)) return err(conflict("That is no answer to this."));
  const others = alike ? await asksAlike(database.read, ask.id) : [];
  for (const id of new Set([ask.id, ...others])) await answerOne(database, id, answer, clock.now());
  return ok(null);
}

async function answerOne(database: Database, id: string, answer: Answer, at: Date): Promise<void> {
  await database.write(async (tx) => {
    const ask = await bookAnswer(tx, id, answer, at);
    if (!ask) return;
    if (answer === "retire") await retireAllMissing(tx, missingIn(ask.detail), at);
    if (answer === "same") await mergeAsked(tx, ask, at);
  });
}

type Pair = { id: string; kind: string; questionId: string | null; otherId: string | null };

async function mergeAsked(tx: Queries, { id: ask, kind, ...pair }: Pair, at: Date): Promise<void> {
  const { questionId: known, otherId: other } = pair;
  if (known === null || other === null) return;
  // What changed goes on as what the document has now; of two copies the older one stays.
  const [from, into] = kind === "duplicate" ? [other, known] : [known, other];
  await mergeQuestions(tx, { from, into, ask, isMissing: false }, at);
}

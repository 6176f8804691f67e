import { z } from "zod";
import { type Decided, writeDecided } from "@/lib/db/actions";
import { putRetireAsk } from "@/lib/db/asks";
import type { Queries } from "@/lib/db/client";
import { type Learner, learnersByIds } from "@/lib/db/learners";
import { storedMemory } from "@/lib/db/memories";
import {
  documentRetirement,
  learnersKnowing,
  loggedMerges,
  markMergeUndone,
  markParted,
  returnOwnKeyPoints,
  survivorOf,
  takeNotesBack,
  withMerged,
} from "@/lib/db/merges";
import {
  mergesAmong,
  type StandingMerge,
  standingMerge,
  tellApart,
} from "@/lib/db/standing-merges";
import { err, ok, type Result } from "@/lib/result";
import type { Context } from "./context";
import { type Failure, notFound } from "./failure";
import { newId } from "./ids";
import { Id } from "./inputs";
import { decidedOfBoth } from "./merge-questions";
import { replayMemory } from "./replay-memory";

const Taken = z.object({ ask: Id });

/**
 * Takes back that two questions were made one, by an answer or by a run, and that they are ever
 * offered for it again. Each has its own reviews, notes, key points and memory; what was reviewed or
 * decided meanwhile stays with the one that was in use.
 */
export async function undoMerge(
  { database, clock }: Context,
  form: unknown,
): Promise<Result<null, Failure>> {
  const said = Taken.safeParse(form);
  const merge = said.success ? await standingMerge(database.read, said.data.ask) : null;
  if (!merge) return err(notFound("They are two questions already."));
  await database.write(async (tx) => {
    const at = clock.now();
    if (await tellApart(tx, merge.ask, at)) await part(tx, merge, at);
  });
  return ok(null);
}

async function part(tx: Queries, merge: StandingMerge, at: Date): Promise<void> {
  const { from } = merge;
  const into = await survivorOf(tx, from);
  if (into === null || into === from) return;
  const others = await mergesAmong(tx, await withMerged(tx, into));
  const own = leadingTo(from, others);
  await markParted(tx, { from, own }, await retirementNow(tx, merge));
  if (merge.isMissing) await keepInUse(tx, from, at);
  for (const holder of [merge.into, ...ledFrom(merge.into, others)])
    await takeNotesBack(tx, { from, into: holder });
  const logged = await loggedMerges(tx, from);
  for (const learner of await learnersByIds(tx, await learnersKnowing(tx, [from, into, ...own]))) {
    const detail = logged.get(learner.id);
    if (detail !== undefined && into === merge.into)
      await takeBackDecided(tx, learner, { from, into }, ownBefore(detail));
    await returnOwnKeyPoints(tx, { from, into }, keyPointsIn(detail));
    await replayMemory(tx, learner, from);
    await replayMemory(tx, learner, into);
  }
  await markMergeUndone(tx, from, at);
}

/** What had been merged into a question, over however many others. */
function leadingTo(into: string, merges: readonly StandingMerge[]): string[] {
  const direct = merges.filter((merge) => merge.into === into).map(({ from }) => from);
  return direct.flatMap((from) => [from, ...leadingTo(from, merges)]);
}

/** What a question was merged into, over however many others, in turn. */
function ledFrom(from: string, merges: readonly StandingMerge[]): string[] {
  const next = merges.find((merge) => merge.from === from);
  return next ? [next.into, ...ledFrom(next.into, merges)] : [];
}

type Retirement = StandingMerge["before"];

/** As before the merge, unless the question's document was put away meanwhile. */
async function retirementNow(
  tx: Queries,
  { from, before, isMissing }: StandingMerge,
): Promise<Retirement> {
  const { retiredAt, retiredBy } = await documentRetirement(tx, from);
  const isAway = retiredAt !== null && !(isMissing && retiredBy === "source");
  return before.retiredAt === null && isAway ? { retiredAt, retiredBy } : before;
}

/** No later run is to put it away because it is in no document: the learner wants it. */
async function keepInUse(tx: Queries, id: string, at: Date): Promise<void> {
  const { documentId } = await documentRetirement(tx, id);
  const missing = [{ documentId, documentGone: false, questions: [id] }];
  await putRetireAsk(tx, { id: newId(), missing, answer: "keep" }, at);
}

/** What the learner decided about both goes back to what it was about the one, unless it changed. */
async function takeBackDecided(
  tx: Queries,
  { id: learnerId }: Learner,
  { from, into }: { from: string; into: string },
  before: Required<Decided>,
): Promise<void> {
  const theirs = await storedMemory(tx, { learnerId, questionId: from });
  const now = await storedMemory(tx, { learnerId, questionId: into });
  const both = decidedOfBoth(theirs, before);
  await writeDecided(
    tx,
    { learnerId, questionId: into },
    {
      suspended: now.suspended === both.suspended ? before.suspended : now.suspended,
      flagged: now.flagged === both.flagged ? before.flagged : now.flagged,
      buriedUntil: isSame(now.buriedUntil, both.buriedUntil) ? before.buriedUntil : now.buriedUntil,
      resetAt: isSame(now.resetAt, both.resetAt) ? before.resetAt : now.resetAt,
    },
  );
}

function isSame(a: Date | null, b: Date | null): boolean {
  return a?.getTime() === b?.getTime();
}

type Logged = {
  keyPoints: string[];
  own: {
    suspended: boolean;
    flagged: boolean;
    buriedUntil: string | null;
    resetAt: string | null;
  };
};

function ownBefore(detail: string): Required<Decided> {
  const { own }: Logged = JSON.parse(detail);
  const { suspended, flagged } = own;
  return { suspended, flagged, buriedUntil: timeIn(own.buriedUntil), resetAt: timeIn(own.resetAt) };
}

function timeIn(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

function keyPointsIn(detail: string | undefined): string[] {
  if (detail === undefined) return [];
  const { keyPoints }: Logged = JSON.parse(detail);
  return keyPoints;
}

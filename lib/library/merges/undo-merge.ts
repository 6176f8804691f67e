import { z } from "zod";
import { putRetireAsk } from "@/lib/db/library/retire-asks";
import type { Queries } from "@/lib/db/queries";
import { learnersByIds } from "@/lib/db/learners";
import {
  documentRetirement,
  learnersKnowing,
  markMergeUndone,
  markParted,
  returnOwnKeyPoints,
  survivorOf,
  takeNotesBack,
  withMerged,
} from "@/lib/db/merges";
import {
  mergesAmong,
  mergesAt,
  type ActiveMerge,
  activeMerge,
  tellApart,
} from "@/lib/db/library/active-merges";
import { err, ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { type Failure, notFound, orBusy } from "@/lib/use-case/failure";
import { newId } from "@/lib/use-case/ids";
import { Id } from "@/lib/use-case/inputs";
import { replayMemory } from "@/lib/use-case/replay-memory";
import { loggedSteps, takeBackDecided } from "./take-back-decided";

const Taken = z.object({
  ask: Id,
  /** With what was decided at the same time. */
  alike: z.literal("on").optional(),
});

/**
 * Takes back that two questions were made one, by an answer or by a run, and that they are ever
 * offered for it again. Each has its own reviews, notes, key points and memory; what was reviewed or
 * decided meanwhile stays with the one that was in use.
 */
export async function undoMerge(context: Context, form: unknown): Promise<Result<null, Failure>> {
  return orBusy(takenBack(context, form));
}

async function takenBack(
  { database, clock }: Context,
  form: unknown,
): Promise<Result<null, Failure>> {
  const said = Taken.safeParse(form);
  const merge = said.success ? await activeMerge(database.read, said.data.ask) : null;
  if (!merge) return err(notFound("They are two questions already."));
  const merges = said.data?.alike ? await mergesAt(database.read, merge.at) : [merge];
  for (const one of merges)
    await database.write(async (tx) => {
      const at = clock.now();
      if (await tellApart(tx, one.ask, at)) await part(tx, one, at);
    });
  return ok(null);
}

async function part(tx: Queries, merge: ActiveMerge, at: Date): Promise<void> {
  const { from } = merge;
  const into = await survivorOf(tx, from);
  if (into === null || into === from) return;
  const others = await mergesAmong(tx, await withMerged(tx, into));
  const own = leadingTo(from, others);
  await markParted(tx, { from, own }, await retirementNow(tx, merge));
  if (merge.isMissing) await keepInUse(tx, from, at);
  const heirs = [merge.into, ...ledFrom(merge.into, others)];
  for (const heir of heirs) await takeNotesBack(tx, { from, into: heir });
  const steps = await loggedSteps(tx, from, heirs);
  for (const learner of await learnersByIds(tx, await learnersKnowing(tx, [from, into, ...own]))) {
    await takeBackDecided(tx, learner, from, steps);
    await returnOwnKeyPoints(tx, { from, into }, steps[0]?.logged.get(learner.id)?.keyPoints ?? []);
    await replayMemory(tx, learner, from);
    await replayMemory(tx, learner, into);
  }
  await markMergeUndone(tx, from, at);
}

/** What had been merged into a question, over however many others. */
function leadingTo(into: string, merges: readonly ActiveMerge[]): string[] {
  const direct = merges.filter((merge) => merge.into === into).map(({ from }) => from);
  return direct.flatMap((from) => [from, ...leadingTo(from, merges)]);
}

/** What a question was merged into, over however many others, in turn. */
function ledFrom(from: string, merges: readonly ActiveMerge[]): string[] {
  const next = merges.find((merge) => merge.from === from);
  return next ? [next.into, ...ledFrom(next.into, merges)] : [];
}

type Retirement = ActiveMerge["before"];

/** As before the merge, unless the question's document was put away meanwhile. */
async function retirementNow(
  tx: Queries,
  { from, before, isMissing }: ActiveMerge,
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

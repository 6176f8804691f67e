import { z } from "zod";
import type { Queries } from "@/lib/db/queries";
import {
  addOwnPoints,
  dropVainChoices,
  pointsToChoose,
  writeChoice,
  writeOwnPoint,
} from "@/lib/db/study/key-points";
import { survivorOf } from "@/lib/db/merges";
import { notePoints } from "@/lib/db/note-points";
import type { PointsToChoose, PointToChoose } from "@/lib/domain/own-words";
import { err, ok, type Result } from "@/lib/result";
import { contentHash } from "@/lib/study/reviews/batch";
import type { Context } from "@/lib/use-case/context";
import { isStoreBusy } from "@/lib/use-case/failure";
import { newId } from "@/lib/use-case/ids";
import { Id, nothingSaved } from "@/lib/use-case/inputs";
import type { PointsRefused } from "@/lib/wire/questions";

const PointText = z.string().trim().max(300, "a point may have up to 300 characters");

const PointsInput = z.object({
  questionId: Id,
  /** Of the points that were there to begin with. */
  mark: z.string(),
  points: z
    .array(z.object({ id: Id, text: PointText, core: z.boolean(), hidden: z.boolean() }))
    .max(200),
  added: z.array(z.object({ text: PointText, core: z.boolean() })).max(50),
});
type PointsInput = z.infer<typeof PointsInput>;

/** A question's points as the learner can choose among them. */
export async function keyPointChoices(
  { database, learner }: Context,
  questionId: string,
): Promise<PointsToChoose> {
  return choices(database.read, learner.id, questionId);
}

async function choices(read: Queries, learnerId: string, questionId: string) {
  const points = await pointsToChoose(read, learnerId, questionId);
  return { mark: contentHash(points), points };
}

/**
 * Saves what a learner makes of a question's points: reworded, starred as core, hidden, added. Emptied
 * it says again what the document says; one of their own is hidden. Answers the points as they are now.
 */
export async function saveKeyPoints(
  context: Context,
  input: unknown,
): Promise<Result<PointsToChoose, PointsRefused>> {
  const said = PointsInput.safeParse(input);
  if (!said.success) return err({ detail: nothingSaved(said.error) });
  const { database } = context;
  if ((await survivorOf(database.read, said.data.questionId)) === null)
    return err({ detail: "Nothing was saved: there is no such question." });
  try {
    return await database.write((tx) => overwrite(tx, context, said.data));
  } catch (error) {
    if (!isStoreBusy(error)) throw error;
    return err({ detail: "The store is busy; nothing was saved. Save again." });
  }
}

/** What stands there is compared within the transaction: another tab may save at the same moment. */
async function overwrite(
  tx: Queries,
  context: Context,
  input: PointsInput,
): Promise<Result<PointsToChoose, PointsRefused>> {
  const { questionId, mark } = input;
  const learnerId = context.learner.id;
  await dropVainChoices(tx, { learnerId, questionId });
  const stored = await choices(tx, learnerId, questionId);
  if (stored.mark !== mark) return err({ detail: CHANGED, others: stored });
  await writePoints(tx, context, input, stored.points);
  await notePoints(tx, { learnerId, questionId });
  return ok(await choices(tx, learnerId, questionId));
}

const CHANGED =
  "Nothing was saved: the points were changed elsewhere since you opened them. Save again to keep yours.";

async function writePoints(
  tx: Queries,
  { learner, clock }: Context,
  { questionId, points, added }: PointsInput,
  stored: readonly PointToChoose[],
): Promise<void> {
  const before = new Map(stored.map((point) => [point.id, point]));
  for (const { id, ...wanted } of points) {
    const point = before.get(id);
    if (point) await writePoint(tx, learner.id, point, wanted, clock.now());
  }
  const fresh = added.filter(({ text }) => text !== "").map((point) => ({ id: newId(), ...point }));
  await addOwnPoints(tx, { learnerId: learner.id, questionId }, fresh);
}

async function writePoint(
  tx: Queries,
  learnerId: string,
  { id, text: old, given }: PointToChoose,
  { text, core, hidden }: Pick<PointToChoose, "text" | "core" | "hidden">,
  at: Date,
): Promise<void> {
  if (given) {
    const choice = {
      text: text === "" || text === given.text ? null : text,
      core: core === given.core ? null : core,
      hidden,
    };
    await writeChoice(tx, { learnerId, keyPointId: id }, choice);
    return;
  }
  const retiredAt = hidden || text === "" ? at : null;
  await writeOwnPoint(tx, { id, learnerId }, { text: text || old, core, retiredAt });
}

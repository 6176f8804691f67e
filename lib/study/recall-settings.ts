import { z } from "zod";
import { updateLearner } from "@/lib/db/learners";
import { err, ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { isStoreBusy } from "@/lib/use-case/failure";
import type { RecallRefused } from "@/lib/wire/settings";

const RecallInput = z.object({ tickPoints: z.boolean(), bySections: z.boolean() }).partial();

/** Saves how the learner goes from recalling to grading; what is not named stays as it is. */
export async function saveRecallSettings(
  { database, learner }: Context,
  input: unknown,
): Promise<Result<null, RecallRefused>> {
  const said = RecallInput.safeParse(input);
  if (!said.success) return err({ detail: "Nothing was saved: this can't be read." });
  const { weights: _, ...settings } = learner.scheduling;
  const { tickPoints = settings.tickPoints, bySections = settings.bySections } = said.data;
  try {
    await database.write((tx) =>
      updateLearner(tx, learner.id, { ...settings, tickPoints, bySections }),
    );
  } catch (error) {
    if (!isStoreBusy(error)) throw error;
    return err({ detail: "The store is busy; nothing was saved. Save again." });
  }
  return ok(null);
}

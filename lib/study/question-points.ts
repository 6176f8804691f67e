import { lossOfPoints, mostLost } from "@/lib/domain/causes";
import { expectedPoints } from "@/lib/domain/point-recall";
import { recallAt } from "@/lib/domain/recall-at";
import type { Context } from "@/lib/use-case/context";
import type { QuestionPointsView, StoredQuestionView } from "@/lib/wire/questions";
import { daySoFar } from "./day-so-far";

/** A point that is more likely given than this is not lost. */
const LIKELY = 0.75;

/**
 * How many of a question's points would be given on the day that recall is told for, and which of them is
 * lost most. Null where nothing tells: it was never ticked, is not in use, or was graded on that day.
 */
export async function questionPoints(
  context: Context,
  { id, topic, keyPoints }: Pick<StoredQuestionView, "id" | "topic" | "keyPoints">,
): Promise<QuestionPointsView | null> {
  const day = await daySoFar(context);
  const standing = day.standings.get(topic)?.find((one) => one.id === id);
  if (!standing || standing.points.shares.reviews === 0) return null;
  const recall = recallAt(day)(standing);
  if (recall === null) return null;
  const { pointModel } = day;
  const [worst] = mostLost(lossOfPoints(standing, recall, pointModel).lost, 1);
  const lost = worst && worst.chance < LIKELY ? worst.keyPointId : null;
  return {
    ...expectedPoints(standing.points, recall, pointModel),
    lost: keyPoints.find((point) => point.id === lost)?.text ?? null,
  };
}

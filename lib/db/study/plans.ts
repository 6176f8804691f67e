import type { Queries } from "@/lib/db/queries";
import type { PlanOrder } from "@/lib/domain/plan-day";

/** When a learner began to prepare for an interview, and how the reviews of a day follow each other. */
export async function preparationOf(
  read: Queries,
  interviewId: string,
): Promise<{ since: Date; order: PlanOrder }> {
  const { createdAt, preparedFrom, planOrder } = await read.interview.findUniqueOrThrow({
    where: { id: interviewId },
    select: { createdAt: true, preparedFrom: true, planOrder: true },
  });
  return { since: preparedFrom ?? createdAt, order: planOrder === "due" ? "due" : "gain" };
}

/** Writes how the reviews of a day follow each other. */
export async function writePlanOrder(
  tx: Queries,
  interviewId: string,
  planOrder: PlanOrder,
): Promise<void> {
  await tx.interview.update({ where: { id: interviewId }, data: { planOrder } });
}

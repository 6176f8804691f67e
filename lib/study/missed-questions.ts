import { reviewsOfSession } from "@/lib/db/study/sessions";
import { howItWent } from "@/lib/domain/session-went";
import type { Context } from "@/lib/use-case/context";

/** The ids of the questions that were missed in a session, all or in part; none for a session unknown. */
export async function missedQuestions(
  { database, learner }: Context,
  sessionId: string,
): Promise<string[]> {
  const { missed } = howItWent(await reviewsOfSession(database.read, learner.id, sessionId));
  return missed.map(({ questionId }) => questionId);
}

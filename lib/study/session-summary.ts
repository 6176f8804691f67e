import { findSession, reviewsOfSession } from "@/lib/db/study/sessions";
import { sumOfCounts } from "@/lib/domain/queue";
import { howItWent } from "@/lib/domain/session-went";
import { scopeName } from "@/lib/domain/session-words";
import { isOfWaiting } from "@/lib/domain/study-scope";
import { whatNext } from "@/lib/domain/what-next";
import type { Context } from "@/lib/use-case/context";
import type { SessionSummary } from "@/lib/wire/session";
import { aroundScope } from "./around-scope";
import { chosenQuestions } from "./chosen-questions";
import { daySoFar } from "./day-so-far";
import { queryOf, scopeOf } from "./scope";

/**
 * How a session went, from its reviews that stand, and how to go on from it: by what waits now, whenever
 * it was. Null where no review of it has come.
 */
export async function sessionSummary(context: Context, id: string): Promise<SessionSummary | null> {
  const { database, learner } = context;
  const session = await findSession(database.read, learner.id, id);
  if (!session) return null;
  const scope = scopeOf(Object.fromEntries(new URLSearchParams(session.scope)));
  const went = howItWent(await reviewsOfSession(database.read, learner.id, id));
  const day = await daySoFar(context);
  const query = queryOf(scope);
  const { order, counts, heldBack } = await chosenQuestions(day, context, {
    ...query,
    limit: 1,
    notIn: id,
  });
  const around = await aroundScope(day, context, query, counts);
  const { topicTitle, dueTomorrow } = around;
  const { zone } = learner.scheduling;
  const ended = {
    ...around,
    scope,
    answered: went.answered,
    missedIn: went.missed.length > 0 ? id : null,
    left: sumOfCounts(counts),
    ready: order.length > 0,
    nextDueAt: isOfWaiting(scope) ? around.nextDueAt : null,
    endOfDay: day.endOfDay,
    heldBack,
    isHere: false,
  };
  const { startedAt } = session;
  const name = scopeName(scope, topicTitle);
  const next = whatNext(ended, day.now, zone);
  return { startedAt, zone, name, topicTitle, dueTomorrow, next, went };
}

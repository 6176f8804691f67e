import { promptsOf } from "@/lib/db/library/question-identities";
import { withMerged } from "@/lib/db/merges";
import {
  mergesAmong,
  mergesAt,
  timesOfMerges,
  type ActiveMerge,
} from "@/lib/db/library/active-merges";
import { firstLine } from "@/lib/domain/first-line";
import type { Context } from "@/lib/use-case/context";
import type { MergeView, RecentMerge } from "@/lib/wire/asks";

/** What was merged into a question, oldest first. */
export async function mergesOf(context: Context, questionId: string): Promise<MergeView[]> {
  const { read } = context.database;
  return viewed(context, await mergesAmong(read, await withMerged(read, questionId)));
}

const RECENT_MS = 24 * 3_600_000;
const SHOWN = 5;

/** The newest merges of the last day, whoever decided them. */
export async function recentMerges(context: Context): Promise<RecentMerge[]> {
  const { read } = context.database;
  const since = new Date(context.clock.now().getTime() - RECENT_MS);
  const times = await timesOfMerges(read, since, SHOWN);
  const together = await Promise.all(times.map((at) => mergesAt(read, at)));
  const first = await viewed(
    context,
    together.flatMap((merges) => merges.slice(0, 1)),
  );
  return first.map((merge, i) => ({ ...merge, others: (together[i]?.length ?? 1) - 1 }));
}

async function viewed({ database }: Context, merges: readonly ActiveMerge[]): Promise<MergeView[]> {
  const prompts = await promptsOf(
    database.read,
    merges.flatMap(({ from, into }) => [from, into]),
  );
  const lineOf = (id: string) => firstLine(prompts.get(id) ?? "");
  return merges.map(({ ask, at, from, into }) => ({
    ask,
    at,
    from: lineOf(from),
    into: lineOf(into),
    intoId: into,
  }));
}

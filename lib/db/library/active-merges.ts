import { z } from "zod";
import type { Queries } from "@/lib/db/queries";
import { JsonTime, readColumn } from "@/lib/db/json-columns";

/** A merge that nobody took back, by the ask that was answered with it. */
export type ActiveMerge = MergeDetail & { ask: string; at: Date };

const MergeDetail = z.object({
  from: z.string(),
  into: z.string(),
  /** Whether `from` was in use, and who had put it away. */
  before: z.object({ retiredAt: JsonTime.nullable(), retiredBy: z.string().nullable() }),
  /** The documents have it no more: the run that saw it there last saw it go into the other. */
  isMissing: z.boolean(),
});
/** What undoes a merge, for all learners; what is theirs stands in their logs. */
export type MergeDetail = z.infer<typeof MergeDetail>;

/** Keeps with an answered ask what undoes its merge. */
export async function keepMerge(tx: Queries, ask: string, merge: MergeDetail): Promise<void> {
  await tx.ask.update({ where: { id: ask }, data: { detail: JSON.stringify(merge) } });
}

/** Books that the two of a merge are two. False when that was said already. */
export async function tellApart(tx: Queries, ask: string, at: Date): Promise<boolean> {
  const { count } = await tx.ask.updateMany({
    where: { id: ask, ...STANDING },
    data: { answer: "different", answeredAt: at },
  });
  return count === 1;
}

/** The merge that an ask was answered with. Null when there is none, or it was taken back. */
export async function activeMerge(read: Queries, ask: string): Promise<ActiveMerge | null> {
  const row = await read.ask.findFirst({ where: { id: ask, ...STANDING } });
  const [merge] = row ? toMerge(row) : [];
  return merge ?? null;
}

/** The merges by which these questions became one, oldest first. */
export async function mergesAmong(read: Queries, ids: string[]): Promise<ActiveMerge[]> {
  const rows = await read.ask.findMany({
    where: { ...STANDING, OR: [{ questionId: { in: ids } }, { otherId: { in: ids } }] },
    orderBy: [{ answeredAt: "asc" }, { id: "asc" }],
  });
  return rows.flatMap(toMerge).filter(({ from }) => ids.includes(from));
}

/** The merges that were decided at one time, oldest ask first. */
export async function mergesAt(read: Queries, at: Date): Promise<ActiveMerge[]> {
  const rows = await read.ask.findMany({
    where: { ...STANDING, answeredAt: at },
    orderBy: { id: "asc" },
  });
  return rows.flatMap(toMerge);
}

/** The newest times since one at which merges were decided, newest first. */
export async function timesOfMerges(read: Queries, since: Date, limit: number): Promise<Date[]> {
  const rows = await read.ask.groupBy({
    by: "answeredAt",
    where: { ...STANDING, answeredAt: { gte: since } },
    orderBy: { answeredAt: "desc" },
    take: limit,
  });
  return rows.flatMap(({ answeredAt }) => answeredAt ?? []);
}

const STANDING = { answer: "same", detail: { not: null } };

type Row = { id: string; detail: string | null; answeredAt: Date | null; askedAt: Date };

/** None where the row can't be read. */
function toMerge({ id: ask, detail, answeredAt, askedAt }: Row): ActiveMerge[] {
  const merge = readColumn(MergeDetail, detail, `The merge of the ask ${ask}`);
  return merge ? [{ ...merge, ask, at: answeredAt ?? askedAt }] : [];
}

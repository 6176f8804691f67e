import { breathe } from "@/lib/breathe";
import type { Standing, Standings } from "@/lib/domain/standing";
import type { Queries } from "./queries";
import { type Readers, standingsAfter, standingsOf, type TopicPaths } from "./standing-rows";

/** How all questions in use stand with a learner, as of all that is committed by now. */
export type StandingsOf = (learnerId: string) => Promise<Standings>;

/**
 * Keeps at hand how questions stand with each learner asked about. They are read once; from then on
 * only what changed since the last time is read again, whoever changed it, in this process or another:
 * the store's triggers note it. What was answered before stays as it was.
 */
export function keepStandings(readers: Readers): StandingsOf {
  const keepers = new Map<string, () => Promise<Standings>>();
  return (learnerId) => {
    const keeper = keepers.get(learnerId) ?? keepFor(readers, learnerId);
    keepers.set(learnerId, keeper);
    return keeper();
  };
}

function keepFor(readers: Readers, learnerId: string): () => Promise<Standings> {
  let kept: Kept | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  return () => {
    // One after the other, each with a look of its own: an earlier one may miss what is committed since.
    const mine = turn.then(async () => {
      kept = await upToDate(readers, learnerId, kept);
      return kept.standings;
    });
    turn = mine.catch(() => undefined);
    return mine;
  };
}

type Kept = {
  /** The last change that is in it. */
  seq: number;
  standings: Map<string, Standing[]>;
  /** Of each question, for those that change. */
  topics: Map<string, string>;
  paths: TopicPaths;
};

async function upToDate(readers: Readers, learnerId: string, kept: Kept | null): Promise<Kept> {
  const changes = kept && (await changesFrom(readers.read, kept.seq));
  // Where the last one known is forgotten, so may be some that followed.
  if (!kept || changes?.[0]?.seq !== kept.seq) return readAnew(readers, learnerId);
  const seq = changes.at(-1)?.seq ?? kept.seq;
  if (seq === kept.seq) return kept;
  const ids = [...new Set(changes.slice(1).map(({ questionId }) => questionId))];
  const changed = await standingsOf(readers, learnerId, ids, kept.paths);
  const now = { ...kept, seq, ...replaced(kept, ids, changed) };
  return changes.length <= A_PART ? now : upToDate(readers, learnerId, now);
}

/** As many rows take the driver, which is synchronous, some 5 ms. */
const A_PART = 250;

/** A change, and some of those that followed. */
async function changesFrom(read: Queries, seq: number) {
  return read.change.findMany({
    where: { seq: { gte: seq } },
    orderBy: { seq: "asc" },
    take: A_PART + 1,
  });
}

async function readAnew(readers: Readers, learnerId: string): Promise<Kept> {
  // First: what changes while all is read is read again.
  const { _max } = await readers.read.change.aggregate({ _max: { seq: true } });
  const paths: TopicPaths = new Map();
  const all: Kept = { seq: _max.seq ?? 0, standings: new Map(), topics: new Map(), paths };
  let after: string | undefined = "";
  while (after !== undefined) {
    const page = { after, limit: A_PART };
    const some: Standing[] = await standingsAfter(readers, learnerId, page, paths);
    add(all, some);
    after = some.length < A_PART ? undefined : some.at(-1)?.id;
    await breathe();
  }
  return all;
}

/** What is known, with some questions as they are now: those that are not in use any more are left out. */
function replaced(
  { standings: before, topics }: Kept,
  ids: readonly string[],
  now: readonly Standing[],
): Pick<Kept, "standings" | "topics"> {
  const changed = new Set(ids);
  const standings = new Map(before);
  const touched = [...ids.flatMap((id) => topics.get(id) ?? []), ...now.map(({ topic }) => topic)];
  // Copied: whoever was answered before counts on.
  for (const topic of new Set(touched))
    standings.set(
      topic,
      (before.get(topic) ?? []).filter(({ id }) => !changed.has(id)),
    );
  for (const id of ids) topics.delete(id);
  add({ standings, topics }, now);
  return { standings, topics };
}

function add({ standings, topics }: Pick<Kept, "standings" | "topics">, some: readonly Standing[]) {
  for (const standing of some) {
    const { id, topic } = standing;
    const beside = standings.get(topic);
    if (beside) beside.push(standing);
    else standings.set(topic, [standing]);
    topics.set(id, topic);
  }
}

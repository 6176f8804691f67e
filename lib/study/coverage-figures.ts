import { newestProposals } from "@/lib/db/study/proposals";
import { RATINGS } from "@/lib/domain/rating";
import type { Context } from "@/lib/use-case/context";
import type { CoverageFigures } from "@/lib/wire/settings";

/** Fewer reviews say nothing of a share. */
const NEEDED = 50;
/** More would be felt by who grades meanwhile. */
const NEWEST = 1000;

/**
 * How often the next review of a question went well, any grade but Again, by the grade that ticks
 * proposed; and how often another was given. Of the newest reviews that had a proposal.
 */
export async function coverageFigures({ database, learner }: Context): Promise<CoverageFigures> {
  const proposals = await newestProposals(database.read, learner.id, NEWEST);
  const rows = RATINGS.map((rating) => {
    const again = proposals.filter(({ proposed, next }) => proposed === rating && next !== null);
    const succeeded = again.filter(({ next }) => next !== 1).length;
    return { proposed: rating, reviewed: again.length, succeeded };
  });
  return {
    assessed: proposals.length,
    needed: NEEDED,
    overridden: proposals.filter(({ proposed, given }) => proposed !== given).length,
    rows: rows.filter(({ reviewed }) => reviewed > 0),
  };
}

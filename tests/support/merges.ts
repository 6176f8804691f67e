import { bookSame } from "@/lib/db/library/asks";
import { newId } from "@/lib/use-case/ids";
import { mergeQuestions } from "@/lib/library/merges/merge-questions";
import type { Household } from "./store";

/** Makes two questions one, as an answer does, or a run where `isMissing`; answers the ask's id. */
export async function aMerge(
  { database, clock }: Household,
  { from, into, isMissing = false }: { from: string; into: string; isMissing?: boolean },
): Promise<string> {
  const at = clock.now();
  return database.write(async (tx) => {
    const pair = { kind: "duplicate" as const, known: into, other: from };
    const ask = await bookSame(tx, pair, { newId, at });
    await mergeQuestions(tx, { from, into, ask, isMissing }, at);
    return ask;
  });
}

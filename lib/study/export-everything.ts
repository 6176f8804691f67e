import { EXPORT_TABLES, exportRows } from "@/lib/db/export";
import { ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";

/**
 * Everything stored as one JSON object, in pieces: as of one instant, whatever is written
 * meanwhile. The reader of the pieces sets the pace, and has to come to their end or give them back.
 */
export async function exportEverything({
  database,
  clock,
  learner,
}: Context): Promise<Result<AsyncIterable<string>, never>> {
  return ok(await begun(pieces()));

  async function* pieces(): AsyncGenerator<string, void> {
    const snapshot = await database.snapshot();
    try {
      const { id, scheduling } = learner;
      const head = {
        format: "rehearse",
        version: 1,
        exportedAt: clock.now(),
        learner: { id, ...scheduling },
      };
      yield JSON.stringify(head).slice(0, -1);
      for (const table of EXPORT_TABLES) {
        yield `,"${table}":[`;
        let separator = "\n";
        for await (const rows of exportRows(snapshot.read, table, id)) {
          yield separator + rows.map((row) => JSON.stringify(row)).join(",\n");
          separator = ",\n";
        }
        yield "]";
      }
      yield "}\n";
    } finally {
      await snapshot.close();
    }
  }
}

/**
 * Pieces of which the first is there already: what fails at the beginning is known before anything is
 * answered. Given back before they were read, they are ended like any others.
 */
async function begun(pieces: AsyncGenerator<string, void>): Promise<AsyncIterable<string>> {
  const first = [await pieces.next()];
  return {
    [Symbol.asyncIterator]: () => ({
      next: async () => first.pop() ?? pieces.next(),
      return: () => pieces.return(),
    }),
  };
}

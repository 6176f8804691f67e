import { EXPORT_TABLES, exportRows } from "@/lib/db/export";
import { ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";

/**
 * Everything stored as one JSON object, in pieces: as of one instant, whatever is written
 * meanwhile. The reader of the pieces sets the pace.
 */
export async function exportEverything({
  database,
  clock,
  learner,
}: Context): Promise<Result<AsyncIterable<string>, never>> {
  return ok(pieces());

  async function* pieces(): AsyncGenerator<string> {
    const { id, scheduling } = learner;
    const head = {
      format: "rehearse",
      version: 1,
      exportedAt: clock.now(),
      learner: { id, ...scheduling },
    };
    yield JSON.stringify(head).slice(0, -1);
    const snapshot = await database.snapshot();
    try {
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

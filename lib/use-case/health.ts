import { z } from "zod";
import { engineFacts, storeCounts } from "@/lib/db/counts";
import { ok, type Result } from "@/lib/result";
import { version } from "@/package.json";
import type { Health } from "@/lib/wire/routes";
import type { Context } from "./context";

/** For requests that say nothing but their address. */
export const NoInput = z.object({});

/** That the server answers from its store, and how much is in it. */
export async function health({ database }: Context): Promise<Result<Health, never>> {
  const [engine, counts] = await Promise.all([
    engineFacts(database.read),
    storeCounts(database.read),
  ]);
  return ok({ status: "ok", version, database: engine, counts });
}

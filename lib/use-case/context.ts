import type { Clock } from "@/lib/clock";
import { type Database, openDatabase } from "@/lib/db/client";
import { type Learner, personalLearner } from "@/lib/db/learners";
import { zoneNamed } from "@/lib/domain/zone";
import { newId } from "./ids";

/** What every use case takes: the store, the time, and whose memory it is. */
export type Context = { database: Database; clock: Clock; learner: Learner };

/** The context for one request or command, with the learner as stored now. */
export async function contextOf(database: Database, clock: Clock): Promise<Context> {
  const zone = zoneNamed(Intl.DateTimeFormat().resolvedOptions().timeZone) ?? "UTC";
  const learner = await personalLearner(database, { id: newId(), zone, at: clock.now() });
  return { database, clock, learner };
}

declare global {
  // Next bundles a module more than once in a process; the store must be opened once.
  var rehearseDatabase: { file: string; database: Database } | undefined;
}

/** The process's one open store on a file. */
export function sharedDatabase(file: string): Database {
  if (globalThis.rehearseDatabase?.file !== file)
    globalThis.rehearseDatabase = { file, database: openDatabase(file) };
  return globalThis.rehearseDatabase.database;
}

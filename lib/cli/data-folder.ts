import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { systemClock } from "@/lib/clock";
import { holdLock } from "@/lib/db/lock";
import { migrate } from "@/lib/db/migrate";
import type { Environment } from "@/lib/env";
import { IngestBusy, ingestAlone } from "@/lib/library/run/ingest-alone";
import { Refusal, refusing } from "./refusal";

/** Makes the data folder and brings the store in it up to date. */
export async function openDataFolder({ dataFolder, databaseFile }: Environment): Promise<void> {
  writing(dataFolder, () => mkdirSync(dataFolder, { recursive: true }));
  writing(dirname(databaseFile), () => mkdirSync(dirname(databaseFile), { recursive: true }));
  await refusing(() => migrate(databaseFile, "prisma/migrations", systemClock.now()));
}

/** Keeps a second server off the same data for as long as this process lives. */
export function lockServer({ dataFolder }: Environment): void {
  const lock = writing(dataFolder, () => {
    mkdirSync(dataFolder, { recursive: true });
    return holdLock(join(dataFolder, "server.lock.db"));
  });
  if (!lock)
    throw new Refusal(
      `Rehearse runs already with the data in ${dataFolder}. Use that one, stop it, or set DATA_DIR to another folder.`,
    );
  // This also keeps it from being collected as garbage, which would free it.
  process.once("exit", () => lock.release());
}

/** Runs an ingest alone, and says so when another one takes too long. */
export async function alone<T>({ dataFolder }: Environment, work: () => Promise<T>): Promise<T> {
  try {
    return await ingestAlone(dataFolder, work);
  } catch (error) {
    if (!(error instanceof IngestBusy)) throw notWritable(dataFolder, error);
    throw new Refusal(
      "Documents are being taken in by another command. Wait for its end, and try again.",
    );
  }
}

/** What can't be written to is said in a sentence. */
function writing<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw notWritable(folder, error);
  }
}

/** The refusal for what the system or SQLite can't write; anything else as it is. */
function notWritable(folder: string, error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error) || !WRITING.test(String(error.code)))
    return error;
  return new Refusal(
    `Nothing can be written to ${folder} (${String(error.code)}). Allow it or make room, or set DATA_DIR to another folder.`,
    { cause: error },
  );
}

const WRITING = /^(E[A-Z]+|SQLITE_(FULL|READONLY|CANTOPEN|IOERR).*)$/;

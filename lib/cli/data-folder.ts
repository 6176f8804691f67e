import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { systemClock } from "@/lib/clock";
import { knownWholeSince, noteAsLeft } from "@/lib/db/as-left";
import { clearHalfBackups } from "@/lib/db/backup";
import { checkStore } from "@/lib/db/check-store";
import { foldIn } from "@/lib/db/fold-in";
import { holdLock } from "@/lib/db/lock";
import { isUpToDate, migrate } from "@/lib/db/migrate";
import { realFile } from "@/lib/db/real-file";
import { asRefusal, refusingStore } from "@/lib/db/store-refused";
import { tryWriting } from "@/lib/db/try-writing";
import type { Environment } from "@/lib/env";
import { IngestBusy, ingestAlone } from "@/lib/library/run/ingest-alone";
import { isStoreBusy } from "@/lib/use-case/failure";
import { Refusal, refusing } from "./refusal";

const MIGRATIONS = "prisma/migrations";

/**
 * Keeps a second server off the same folder, and off the same database under whatever name, for as long
 * as this process lives.
 */
export function lockServer({ dataFolder, databaseFile }: Environment): void {
  makeFolders({ dataFolder, databaseFile });
  keep(
    join(dataFolder, "server.lock.db"),
    `Rehearse runs already with the data in ${dataFolder}. Use that one, stop it, or set DATA_DIR to another folder.`,
  );
  keep(
    lockOf(realFile(databaseFile)),
    `Rehearse runs already with the database ${databaseFile}, from another DATA_DIR. Use that one, stop it, or set DATABASE_URL to another file.`,
  );
}

/**
 * Checks the store, brings it up to date, and writes to it once, before anybody relies on that. When
 * this process ends, all that was committed is in its one file. The caller keeps others off it.
 */
export function openStore({ databaseFile }: Pick<Environment, "databaseFile">): void {
  const file = realFile(databaseFile);
  const now = systemClock.now();
  const wholeSince = checkStore(file, now);
  clearHalfBackups(file);
  refusingStore(file, () => migrate(file, MIGRATIONS, now));
  tryWriting(file);
  process.once("exit", () => leave(file, wholeSince));
}

/** Below, a store is read in a second. */
const LONG_BYTES = 200_000_000;

/** Whether a store will be read for so long that who waits is to be told. */
export function isLongToOpen({ databaseFile }: Pick<Environment, "databaseFile">): boolean {
  const { size } = statSync(databaseFile, { throwIfNoEntry: false }) ?? { size: 0 };
  return size > LONG_BYTES && knownWholeSince(databaseFile, systemClock.now()) === null;
}

const PATIENCE_MS = 10_000;
const RETRY_MS = 200;

/**
 * The same for a command that works beside a server. One that runs has opened the store; it is not
 * changed under its feet.
 */
export async function openStoreBeside(environment: Environment): Promise<void> {
  makeFolders(environment);
  const file = realFile(environment.databaseFile);
  for (let waited = 0; waited <= PATIENCE_MS; waited += RETRY_MS) {
    const lock = refusingStore(lockOf(file), () => holdLock(lockOf(file)));
    if (lock) {
      try {
        return openStore(environment);
      } finally {
        lock.release();
      }
    }
    if (isUpToDate(file, MIGRATIONS)) return;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  throw new Refusal(
    `An older Rehearse runs with the database ${file}. Stop it, and start this again.`,
  );
}

/** For a command that changes nothing: whether it can read the store. */
export function checkBeside({ databaseFile }: Environment): void {
  const file = realFile(databaseFile);
  checkStore(file, systemClock.now());
  if (!isUpToDate(file, MIGRATIONS))
    throw new Refusal(
      `The data in ${file} was made by an older Rehearse. Start this one once, and try again.`,
    );
}

/** Runs an ingest alone, and says so when another one takes too long. */
export function alone<T>({ databaseFile }: Environment, work: () => Promise<T>): Promise<T> {
  return refusing(async () => {
    try {
      return await ingestAlone(databaseFile, work);
    } catch (error) {
      if (error instanceof IngestBusy)
        throw new Refusal(
          "Documents are being taken in by another command. Wait for its end, and try again.",
        );
      if (isStoreBusy(error))
        throw new Refusal(
          "Another program holds the store. What was taken in until now is kept: wait for its end, and try again.",
        );
      throw asRefusal(databaseFile, error);
    }
  });
}

function makeFolders({
  dataFolder,
  databaseFile,
}: Pick<Environment, "dataFolder" | "databaseFile">): void {
  for (const folder of [dataFolder, dirname(databaseFile)]) {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  }
}

/** Node's own recursive way tries for ever where the system will never have a folder, as below /proc. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder));
  mkdirSync(folder);
}

function lockOf(file: string): string {
  return `${file}.lock`;
}

/** Holds a lock until this process ends, or refuses. */
function keep(file: string, taken: string): void {
  if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
  const lock = refusingStore(file, () => holdLock(file));
  if (!lock) throw new Refusal(taken);
  // This also keeps it from being collected as garbage, which would free it.
  process.once("exit", () => lock.release());
}

function leave(file: string, wholeSince: Date): void {
  try {
    if (foldIn(file)) noteAsLeft(file, wholeSince);
  } catch {
    // Nothing is lost: what is in the log is read from there by the next start.
  }
}

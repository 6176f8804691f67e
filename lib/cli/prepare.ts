import { accessSync, constants, statSync } from "node:fs";
import { systemClock } from "@/lib/clock";
import { openDatabase } from "@/lib/db/client";
import { type Environment, readEnvironment } from "@/lib/env";
import { extractInWorker } from "@/lib/jobs/extract-in-worker";
import { clearUploads, recoverUploads } from "@/lib/library/uploads/folder";
import { repairMemories } from "@/lib/use-case/repair-memories";
import { isLongToOpen, lockServer, openStore } from "./data-folder";
import { checkPort } from "./port";
import { Refusal, refusing } from "./refusal";
import { takeInContent } from "./take-in";

type Phase = <T>(name: string, work: () => T | Promise<T>) => Promise<T>;

/**
 * All that a server needs before it serves: a sound environment, the data to itself, a free port, a
 * store up to date, and the documents taken in. Refuses before anything is changed.
 */
export async function prepareData(phase: Phase): Promise<Environment> {
  const environment = await refusing(() => readEnvironment());
  checkContentFolder(environment);
  await refusing(() => lockServer(environment));
  await checkPort(environment);
  const open = () => openStore(environment);
  await refusing(() => (isLongToOpen(environment) ? phase("Checking the data", open) : open()));
  await recoverUploads(environment.dataFolder);
  await clearUploads(environment.dataFolder, systemClock.now());
  const report = await phase("Taking in documents", () => takeIn(environment));
  process.stdout.write(`  ${report.replaceAll("\n", "\n  ")}\n`);
  return environment;
}

function checkContentFolder({ contentFolder }: Environment): void {
  const found = statSync(contentFolder, { throwIfNoEntry: false });
  if (!found?.isDirectory())
    throw new Refusal(
      `CONTENT_DIR is ${contentFolder}, and ${found ? "that is no folder" : "there is no such folder"}. Make it, or set CONTENT_DIR to where your documents are.`,
    );
  try {
    accessSync(contentFolder, constants.R_OK | constants.X_OK);
  } catch (error) {
    throw new Refusal(
      `CONTENT_DIR is ${contentFolder}, and Rehearse may not read it. Allow it, or set CONTENT_DIR to where your documents are.`,
      { cause: error },
    );
  }
}

async function takeIn(environment: Environment): Promise<string> {
  const database = openDatabase(environment.databaseFile);
  try {
    await repairMemories(database);
    const context = { database, extract: extractInWorker };
    return await takeInContent(environment, context, { changed: null, again: true });
  } finally {
    await database.close();
  }
}

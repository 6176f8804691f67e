import { existsSync, statSync } from "node:fs";
import { systemClock } from "@/lib/clock";
import { openDatabase } from "@/lib/db/client";
import { type Environment, readEnvironment } from "@/lib/env";
import { extractInWorker } from "@/lib/jobs/extract-in-worker";
import { clearUploads, recoverUploads } from "@/lib/library/uploads/folder";
import { lockServer, openDataFolder } from "./data-folder";
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
  const { contentFolder } = environment;
  if (!existsSync(contentFolder) || !statSync(contentFolder).isDirectory())
    throw new Refusal(
      `CONTENT_DIR is ${contentFolder}, and there is no such folder. Make it, or set CONTENT_DIR to where your documents are.`,
    );
  lockServer(environment);
  await checkPort(environment);
  await openDataFolder(environment);
  await recoverUploads(environment.dataFolder);
  await clearUploads(environment.dataFolder, systemClock.now());
  const report = await phase("Taking in documents", () => takeIn(environment));
  process.stdout.write(`  ${report.replaceAll("\n", "\n  ")}\n`);
  return environment;
}

async function takeIn(environment: Environment): Promise<string> {
  const database = openDatabase(environment.databaseFile);
  try {
    const context = { database, extract: extractInWorker };
    return await takeInContent(environment, context, { again: true });
  } finally {
    await database.close();
  }
}

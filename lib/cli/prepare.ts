import { existsSync, statSync } from "node:fs";
import { systemClock } from "@/lib/clock";
import { openDatabase } from "@/lib/db/client";
import { type Environment, readEnvironment } from "@/lib/env";
import { readDocuments } from "@/lib/ingest/read-documents";
import { extractInWorker } from "@/lib/jobs/extract-in-worker";
import { ingestDocuments } from "@/lib/study/ingest-documents";
import { alone, lockServer, openDataFolder } from "./data-folder";
import { changesText, unreadableText } from "./ingest-report";
import { checkPort } from "./port";
import { Refusal, refusing } from "./refusal";

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
  const report = await phase("Taking in documents", () => takeIn(environment));
  process.stdout.write(`  ${report}\n`);
  return environment;
}

function takeIn(environment: Environment): Promise<string> {
  return alone(environment, async () => {
    const database = openDatabase(environment.databaseFile);
    try {
      const read = await readDocuments([environment.contentFolder], environment.contentFolder);
      const options = { dryRun: false, retireMissing: false, everything: false };
      const { changes } = await ingestDocuments(
        { database, clock: systemClock, extract: extractInWorker },
        read,
        options,
      );
      return [changesText(changes), ...read.unreadable.map(unreadableText)].join("\n  ");
    } finally {
      await database.close();
    }
  });
}

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { systemClock } from "@/lib/clock";
import { openDatabase } from "@/lib/db/client";
import { type Environment, readEnvironment } from "@/lib/env";
import { type ReadDocuments, readDocuments } from "@/lib/ingest/read-documents";
import { extractInWorker } from "@/lib/jobs/extract-in-worker";
import { extractDocuments } from "@/lib/library/run/extract-documents";
import { ingestDocuments, type IngestOptions } from "@/lib/library/run/ingest-documents";
import { alone, checkBeside, openStoreBeside } from "./data-folder";
import { jsonReport, textReport, unreadableText } from "./ingest-report";
import { refusing } from "./refusal";

const USAGE = "Usage: npm run ingest -- [--dry-run] [--json] [--strict] [--retire-missing] PATH…\n";

/**
 * Takes files and folders in. `here` is what relative paths are relative to.
 * Answers the exit code: 0, 1 when a path can't be read or, if strict, for any problem; 2 on wrong usage.
 */
export async function ingestCommand(args: string[], here: string): Promise<number> {
  const asked = readArguments(args);
  if (!asked) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { flags, paths } = asked;
  const environment = await refusing(() => readEnvironment());
  const read = await readDocuments(
    paths.map((path) => resolve(here, path)),
    environment.contentFolder,
  );
  const onProgress = progressBar();
  const options = {
    dryRun: flags["dry-run"],
    retireMissing: flags["retire-missing"],
    // What did not change is parsed only for who reads or judges all of it.
    everything: flags.json || flags.strict,
    again: true,
    ...(onProgress && { onProgress }),
  };
  const { documents, changes } = await run(environment, read, options);
  process.stdout.write(
    flags.json
      ? `${JSON.stringify(await jsonReport(documents, changes), null, 2)}\n`
      : `${textReport(documents, changes, read.unreadable)}\n`,
  );
  if (flags.json)
    for (const path of read.unreadable) process.stderr.write(`${unreadableText(path)}\n`);
  const faulty = flags.strict && documents.some(({ problems }) => problems.length > 0);
  return read.unreadable.length > 0 || faulty ? 1 : 0;
}

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        "dry-run": { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        strict: { type: "boolean", default: false },
        "retire-missing": { type: "boolean", default: false },
      },
    });
    return positionals.length > 0 ? { flags: values, paths: positionals } : null;
  } catch {
    return null;
  }
}

async function run(environment: Environment, read: ReadDocuments, options: IngestOptions) {
  if (options.dryRun && !existsSync(environment.databaseFile))
    return {
      documents: await extractDocuments(extractInWorker, read.files, options.onProgress),
      changes: null,
    };
  await refusing(() => (options.dryRun ? checkBeside : openStoreBeside)(environment));
  const ingest = async () => {
    const database = openDatabase(environment.databaseFile);
    try {
      return await ingestDocuments(
        { database, clock: systemClock, extract: extractInWorker },
        read,
        options,
      );
    } finally {
      await database.close();
    }
  };
  return options.dryRun ? ingest() : alone(environment, ingest);
}

/** Shown where somebody watches; output that goes elsewhere stays clean. */
function progressBar(): IngestOptions["onProgress"] {
  const { stderr } = process;
  if (!stderr.isTTY) return undefined;
  return (done, of) => {
    const width = 30;
    const filled = Math.round((done / of) * width);
    stderr.write(
      `\r[${"#".repeat(filled).padEnd(width)}] ${done} of ${of}${done === of ? "\n" : ""}`,
    );
  };
}

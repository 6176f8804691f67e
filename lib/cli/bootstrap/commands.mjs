import { pathToFileURL } from "node:url";
import { bench } from "./bench.mjs";
import { buildPages, claimBuild } from "./build-pages.mjs";
import { runChecks } from "./checks.mjs";
import { loadEnvFile } from "./env-file.mjs";
import { sentenceFor } from "./mishaps.mjs";
import { inRoot, ROOT } from "./paths.mjs";
import { progressOn } from "./progress.mjs";
import { Refusal } from "./refusal.mjs";
import { endChildrenWithUs, endWithNpm, Interrupted } from "./run.mjs";
import { setUp } from "./set-up.mjs";

/** @type {Record<string, (args: string[]) => Promise<number | void>>} */
const COMMANDS = {
  start,
  build,
  ingest,
  bench,
  migration,
  check: () => runChecks({ everything: false }),
  test: () => runChecks({ everything: true }),
};

/**
 * Runs a command to its exit code; a refusal is its sentence and 1, an interruption 130.
 * @param {string} name
 * @param {string[]} args
 */
export async function runCommand(name, args) {
  outliveOurListener();
  endChildrenWithUs();
  endWithNpm();
  process.chdir(ROOT);
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new Refusal(`Rehearse knows: ${Object.keys(COMMANDS).join(", ")}.`);
    loadEnvFile(inRoot(".env"));
    process.exitCode = (await command(args)) ?? 0;
  } catch (error) {
    if (error instanceof Interrupted) process.exit(130);
    const sentence = sentenceFor(error);
    if (sentence === null) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exit(1);
  }
}

/**
 * Whoever reads what we say may be gone, or its disk full: what is done goes on. Unheard, the failed
 * write would be reported by another, and so on without end.
 */
function outliveOurListener() {
  for (const output of [process.stdout, process.stderr]) output.on("error", () => undefined);
}

async function start() {
  process.env["NODE_ENV"] = "production";
  process.env["NEXT_TELEMETRY_DISABLED"] = "1";
  const progress = progressOn(process.stdout);
  await setUp(progress);
  const { prepareData } = await bundled("prepare");
  const environment = await prepareData(progress.phase);
  const folder = await buildPages(progress);
  process.env["REHEARSE_BUILD"] = folder;
  claimBuild(folder);
  const { serve } = await bundled("serve");
  await serve(environment);
}

async function build() {
  const progress = progressOn(process.stdout);
  await setUp(progress);
  process.stdout.write(`Built in ${await buildPages(progress)}\n`);
}

/** @param {string[]} args */
async function ingest(args) {
  await setUp(progressOn(process.stderr));
  const { ingestCommand } = await bundled("ingest");
  return ingestCommand(args, process.env["INIT_CWD"] ?? ROOT);
}

/** @param {string[]} args */
async function migration([name = ""]) {
  if (!/^[a-z0-9-]+$/.test(name))
    throw new Refusal("Usage: npm run migration -- NAME, of a-z, 0-9 and -");
  await setUp(progressOn(process.stderr));
  const { newMigration } = await bundled("new-migration");
  const file = await newMigration(name, new Date());
  if (!file) throw new Refusal("The schema has not changed since the last commit.");
  process.stdout.write(`Wrote ${file}\n`);
}

/** @param {string} name */
function bundled(name) {
  return import(pathToFileURL(inRoot(".build/cli", `${name}.mjs`)).href);
}

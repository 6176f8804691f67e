import { existsSync, realpathSync } from "node:fs";
import { relative } from "node:path";
import { watch } from "chokidar";
import { systemClock } from "@/lib/clock";
import type { Environment } from "@/lib/env";
import { isPassedOver } from "@/lib/ingest/read-documents";
import { extractInWorker } from "@/lib/jobs/extract-in-worker";
import { sharedDatabase } from "@/lib/use-case/context";
import { renderAhead } from "@/lib/library/render-ahead";
import type { Extract } from "@/lib/library/run/take-files";
import { takeInContent } from "./take-in";
import { whenSettled } from "./when-settled";

/** An editor's save in two steps is one change; a folder that never rests is read all the same. */
const SETTLING = { quietMs: 300, longestMs: 1000 };

/**
 * Takes the content folder in anew whenever something in it changes, beside the learner's grading.
 * What goes wrong is said once on the log, and never ends the server.
 */
export function watchContent(environment: Environment): void {
  const database = sharedDatabase(environment.databaseFile);
  const say = sayOnce();
  const changed = whenSettled(async () => {
    const begun = systemClock.now();
    try {
      const context = { database, extract: extractLater };
      say(await takeInContent(environment, context, { again: false }));
      // The next change is not kept waiting for it; what fails is rendered when it is read.
      void renderAhead(database, begun).catch(() => undefined);
    } catch (error) {
      say(`The documents could not be taken in anew: ${reason(error)}`);
    }
  }, SETTLING);
  watchFolder(environment.contentFolder, changed, (error) =>
    say(`Changes in the content folder are not noticed: ${reason(error)}`),
  );
}

// A page that somebody waits for is rendered first.
const extractLater: Extract = (file) => extractInWorker(file, "later");

const BACK_MS = 1000;

/** Tells of changes in a folder, of those before it watched too, and goes on when it was away. */
function watchFolder(folder: string, changed: () => void, failed: (error: unknown) => void): void {
  if (!existsSync(folder)) {
    setTimeout(() => watchFolder(folder, changed, failed), BACK_MS);
    return;
  }
  const root = realpathSync(folder);
  const watcher = watch(root, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => isPassedOver(relative(root, path)),
  });
  watcher.on("all", changed).on("ready", changed).on("error", failed);
  watcher.on("unlinkDir", (path) => {
    if (path !== root) return;
    // A watcher whose own folder is gone stays blind when it is back.
    watcher.close().then(() => watchFolder(folder, changed, failed), failed);
  });
}

/** Says every change, nothing of a run without one, and what is wrong only when it is news. */
function sayOnce(): (text: string) => void {
  let last = "";
  return (text) => {
    if (NOTHING.test(text) || (text === last && !CHANGES.test(text))) return;
    last = text;
    process.stdout.write(`${text}\n`);
  };
}

const NOTHING = /^(?:Questions: \d+ unchanged|No questions)$/;
const CHANGES = /^Questions: .*$/;

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

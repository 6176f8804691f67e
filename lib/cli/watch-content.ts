import type { Environment } from "@/lib/env";
import { extractInWorker } from "@/lib/jobs/extract-in-worker";
import { renderAhead } from "@/lib/library/render-ahead";
import type { Extract } from "@/lib/library/run/take-files";
import { sharedDatabase } from "@/lib/use-case/context";
import { newId } from "@/lib/use-case/ids";
import { ChangedPaths } from "./changed-paths";
import { takeInContent } from "./take-in";
import { FolderWatch } from "./watch-folder";
import { whenSettled } from "./when-settled";

/** An editor's save in two steps is one change; a folder that never rests is read all the same. */
const SETTLING = { quietMs: 300, longestMs: 1000 };

/** What could not be taken in is tried again, whether or not something changes. */
const AGAIN_MS = 10_000;

/**
 * Takes what changes in the content folder in anew, beside the learner's grading. What goes wrong is
 * said once on the log, and never ends the server. Answers what ends it, and waits for what is under way.
 */
export function watchContent(environment: Environment): () => Promise<void> {
  const database = sharedDatabase(environment.databaseFile);
  const context = { database, extract: extractLater };
  const say = sayOnce();
  const paths = new ChangedPaths();
  let again: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  let isOver = false;
  const work = async () => {
    const begun = newId();
    const changed = paths.take();
    clearTimeout(again);
    try {
      if (changed === null) await watch.lookAround();
      say(await takeInContent(environment, context, { changed, again: false }));
      // The next change is not kept waiting for it; what fails is rendered when it is read.
      void renderAhead(database, begun).catch(() => undefined);
    } catch (error) {
      say(`The documents could not be taken in anew: ${reason(error)}`);
      again = setTimeout(() => note(null), AGAIN_MS).unref();
    }
  };
  const settle = whenSettled(async () => {
    if (isOver) return;
    working = work();
    await working;
  }, SETTLING);
  const note = (way: string | null) => {
    paths.add(way);
    settle();
  };
  const watch = new FolderWatch(environment.contentFolder, {
    changed: note,
    failed: (error) =>
      say(`Changes in the content folder are not noticed at once: ${reason(error)}`),
  });
  return async () => {
    isOver = true;
    clearTimeout(again);
    watch.close();
    await working;
  };
}

// A page that somebody waits for is rendered first.
const extractLater: Extract = (file) => extractInWorker(file, "later");

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

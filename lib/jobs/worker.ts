import { parentPort } from "node:worker_threads";
import { pastReadiness } from "@/lib/db/study/past-readiness";
import { simulate } from "@/lib/domain/simulate";
import { extractDocument } from "@/lib/ingest/extract-document";
import { diagramFault } from "@/lib/markdown/diagram";
import { renderMarkdown } from "@/lib/markdown/render";
import { withoutLimit } from "@/lib/ingest/attempt";
import { attemptsWithin } from "./attempt";
import { READY, type Task, type Tasks } from "./tasks";

/**
 * Bytes that take 70 ms at worst: to have a thread watch the parsing of a note would take longer than
 * the parsing. A task as a whole is watched all the same.
 */
const SHORT = 4096;

// Bundled to a file of its own, and started by its path: see worker-pool.ts.
const work: Work = {
  course: pastReadiness,
  extract: ({ file, parsingMs }) => {
    const attempt = file.bytes.length < SHORT ? withoutLimit : attemptsWithin(parsingMs);
    return extractDocument(file, diagramFault, attempt);
  },
  simulate,
  render: ({ markdown, pictures }) => renderMarkdown(markdown, { pictures }),
};

type Work = {
  [Kind in keyof Tasks]: (
    input: Tasks[Kind]["input"],
  ) => Tasks[Kind]["output"] | Promise<Tasks[Kind]["output"]>;
};

/** What fails here ends the worker, and is told by its end. */
async function perform<Kind extends keyof Tasks>({ kind, input }: Task<Kind>): Promise<void> {
  parentPort?.postMessage(await work[kind](input));
}

parentPort?.on("message", (task: Task) => void perform(task));
parentPort?.postMessage(READY);

import { parentPort } from "node:worker_threads";
import { extractDocument } from "@/lib/ingest/extract-document";
import { diagramFault } from "@/lib/markdown/diagram";
import { renderMarkdown } from "@/lib/markdown/render";
import { attemptsWithin } from "./attempt";
import { READY, type Task, type Tasks } from "./tasks";

// Bundled to a file of its own, and started by its path: see worker-pool.ts.
const work: { [Kind in keyof Tasks]: (input: Tasks[Kind]["input"]) => Tasks[Kind]["output"] } = {
  extract: ({ file, parsingMs }) => extractDocument(file, diagramFault, attemptsWithin(parsingMs)),
  render: ({ markdown, pictures }) => renderMarkdown(markdown, { pictures }),
};

parentPort?.on("message", <Kind extends keyof Tasks>({ kind, input }: Task<Kind>) => {
  parentPort?.postMessage(work[kind](input));
});
parentPort?.postMessage(READY);

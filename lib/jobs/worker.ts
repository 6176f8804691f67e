import { parentPort } from "node:worker_threads";
import { cutDocument } from "@/lib/ingest/cut-document";
import { extractDocument } from "@/lib/ingest/extract-document";
import { diagramFault } from "@/lib/markdown/diagram";
import { renderMarkdown } from "@/lib/markdown/render";
import { READY, type Task, type Tasks } from "./tasks";

// Bundled to a file of its own, and started by its path: see worker-pool.ts.
const work: { [Kind in keyof Tasks]: (input: Tasks[Kind]["input"]) => Tasks[Kind]["output"] } = {
  extract: ({ file, leftOut }) => extractDocument(file, diagramFault, leftOut),
  cut: cutDocument,
  render: ({ markdown, pictures }) => renderMarkdown(markdown, { pictures }),
};

parentPort?.on("message", <Kind extends keyof Tasks>({ kind, input }: Task<Kind>) => {
  parentPort?.postMessage(work[kind](input));
});
parentPort?.postMessage(READY);

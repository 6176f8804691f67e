import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { renderInWorker } from "@/lib/jobs/render-in-worker";
import { READY } from "@/lib/jobs/tasks";
import { aFolder } from "@/tests/support/store";

test("a server starts the worker that was built with its pages, whatever is bundled since", async () => {
  const build = aFolder();
  writeFileSync(
    join(build, "worker.mjs"),
    `import { parentPort } from "node:worker_threads";
     parentPort.on("message", () => parentPort.postMessage("from the build"));
     parentPort.postMessage(${JSON.stringify(READY)});`,
  );
  // Other tests of this process have theirs started already.
  const others = globalThis.rehearseWorkers;
  globalThis.rehearseWorkers = undefined;
  vi.stubEnv("REHEARSE_BUILD", relative(process.cwd(), build));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    globalThis.rehearseWorkers = others;
  });
  expect(await renderInWorker("# A heading")).toBe("from the build");
});

import { Worker } from "node:worker_threads";
import { err, ok, type Result } from "@/lib/result";
import { READY } from "./tasks";
import { limitTime } from "./time-limit";

/** Why a task has no answer: over its time, over its memory, or a fault of ours, in its words. */
export type Failure = "too-slow" | "too-large" | { crashed: string };

const IDLE_MS = 30_000;
/** Room for the tree of a few MB of Markdown; a worker that wants more is ended. */
const MEMORY = { maxOldGenerationSizeMb: 512 };

/**
 * A thread that does one task after another, and is warm for the next. It is ended by a task over its
 * limits, and when nothing was to do for a while; the next task starts another.
 */
export class WarmWorker {
  readonly #script: () => string;
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | undefined;

  /** @param script answers the bundled worker's path, each time that one is started */
  constructor(script: () => string) {
    this.#script = script;
  }

  /** Does one task. `limitMs` counts from when the worker has loaded. Call it for one at a time. */
  async perform<Output>(task: object, limitMs: number): Promise<Result<Output, Failure>> {
    clearTimeout(this.#idle);
    const worker = (this.#worker ??= await started(this.#script()));
    // A command that waits for an answer must not end; one that doesn't, may.
    worker.ref();
    const outcome = await answer<Output>(worker, task, limitMs);
    worker.unref();
    if (outcome.ok) this.#idle = setTimeout(() => void this.end(), IDLE_MS).unref();
    else await this.end();
    return outcome;
  }

  async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}

/** @throws when the script can't be loaded: a fault of the installation, not of a task */
function started(script: string): Promise<Worker> {
  // The path is known to no bundler, and neither are the options of the process meant for it.
  const worker = new Worker(script, { workerData: {}, execArgv: [], resourceLimits: MEMORY });
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (message) => {
      worker.off("error", reject);
      // One that fails while it is being ended has nobody left to tell.
      worker.on("error", () => undefined);
      if (message === READY) resolve(worker);
      else reject(new Error(`${script} is no worker of ours`));
    });
  });
}

function answer<Output>(
  worker: Worker,
  task: object,
  limitMs: number,
): Promise<Result<Output, Failure>> {
  return new Promise((resolve) => {
    const settle = (outcome: Result<Output, Failure>) => {
      stopWatch();
      worker.off("message", answered);
      worker.off("error", failed);
      resolve(outcome);
    };
    const answered = (value: Output) => settle(ok(value));
    const failed = (error: unknown) => settle(err(reason(error)));
    const stopWatch = limitTime(limitMs, () => settle(err("too-slow")));
    worker.on("message", answered);
    worker.on("error", failed);
    worker.postMessage(task);
  });
}

function reason(error: unknown): Failure {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return "too-large";
  return { crashed: error instanceof Error ? error.message : String(error) };
}

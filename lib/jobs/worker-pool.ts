import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Result } from "@/lib/result";
import type { Tasks } from "./tasks";
import { type Failure, WarmWorker } from "./warm-worker";

/** Work that somebody waits for comes before work that can wait, and always finds a worker free of it. */
export type Urgency = "now" | "later";

type Turn = { urgency: Urgency; take: (worker: WarmWorker) => void };

/** Two on a small machine: one for who waits, one for what can wait. */
const SIZE = Math.min(Math.max(2, availableParallelism()), 4);

/** Shares a few workers among tasks. */
class WorkerPool {
  readonly #free = Array.from({ length: SIZE }, () => new WarmWorker(script));
  readonly #turns: Turn[] = [];
  #later = 0;

  /** Does a task when a worker is free, within a time that counts from then. */
  async perform<Kind extends keyof Tasks>(
    kind: Kind,
    input: Tasks[Kind]["input"],
    { limitMs, urgency }: { limitMs: number; urgency: Urgency },
  ): Promise<Result<Tasks[Kind]["output"], Failure>> {
    const worker = await this.#turn(urgency);
    try {
      return await worker.perform({ kind, input }, limitMs);
    } finally {
      if (urgency === "later") this.#later -= 1;
      // Used last, taken first: the others come to rest, and end.
      this.#free.unshift(worker);
      this.#next();
    }
  }

  #turn(urgency: Urgency): Promise<WarmWorker> {
    return new Promise((take) => {
      this.#turns.push({ urgency, take });
      this.#next();
    });
  }

  #next(): void {
    const [worker] = this.#free;
    const urgent = this.#turns.findIndex(({ urgency }) => urgency === "now");
    const at = urgent === -1 && this.#later === 0 ? 0 : urgent;
    const turn = this.#turns[at];
    if (!worker || !turn) return;
    this.#free.shift();
    this.#turns.splice(at, 1);
    if (turn.urgency === "later") this.#later += 1;
    turn.take(worker);
  }
}

declare global {
  // Next bundles a module more than once in a process, and the commands are a bundle of their own.
  var rehearseWorkers: WorkerPool | undefined;
}

/** The process's workers. They are started when there is work, and don't keep a command from ending. */
export function workers(): WorkerPool {
  globalThis.rehearseWorkers ??= new WorkerPool();
  return globalThis.rehearseWorkers;
}

/**
 * The bundled worker, by a path from the working folder: nothing that runs is bundled with what starts
 * it. A server takes the one that was built with its pages, which no later build touches.
 */
function script(): string {
  return join(process.cwd(), process.env["REHEARSE_BUILD"] ?? ".build/cli", "worker.mjs");
}

import type { Result } from "@/lib/result";
import type { Failure } from "@/lib/use-case/failure";
import type { Progress } from "@/lib/library/run/take-files";
import type { Done, UploadPreview, UploadReport } from "@/lib/wire/uploads";

type UnderWay<T> = { done: Done; outcome: Promise<Result<T, Failure>> };

/**
 * Long work by the id of what it is done for. Who asks for it again while it is under way, after a
 * reload or in another tab, is given the same outcome; of what went well the last few are remembered.
 */
export class SharedWork<T> {
  readonly #underWay = new Map<string, UnderWay<T>>();
  readonly #finished = new Map<string, Result<T, Failure>>();
  readonly #remembered: number;

  constructor(remembered: number) {
    this.#remembered = remembered;
  }

  /** The outcome of the work for this id, which is begun unless it is under way or remembered. */
  async perform(
    id: string,
    work: (onProgress: Progress) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> {
    const before = this.#finished.get(id) ?? this.#underWay.get(id)?.outcome;
    if (before) return before;
    const done: Done = { done: 0, of: 0 };
    const outcome = work((now, of) => Object.assign(done, { done: now, of }));
    this.#underWay.set(id, { done, outcome });
    try {
      const result = await outcome;
      if (result.ok) this.#remember(id, result);
      return result;
    } finally {
      this.#underWay.delete(id);
    }
  }

  /** How far the work for this id has come; null when none is under way. */
  progress(id: string): Done | null {
    return this.#underWay.get(id)?.done ?? null;
  }

  /** Whether the work for this id went well, and is remembered. */
  isDone(id: string): boolean {
    return this.#finished.has(id);
  }

  #remember(id: string, result: Result<T, Failure>): void {
    this.#finished.set(id, result);
    const [oldest = id] = this.#finished.keys();
    if (this.#finished.size > this.#remembered) this.#finished.delete(oldest);
  }
}

type UploadWork = { reading: SharedWork<UploadPreview>; storing: SharedWork<UploadReport> };

declare global {
  // Next bundles a module more than once in a process.
  var rehearseUploads: UploadWork | undefined;
}

/** What this process does with uploads: it reads and compares them, and stores what was confirmed. */
export function uploadWork(): UploadWork {
  globalThis.rehearseUploads ??= { reading: new SharedWork(0), storing: new SharedWork(10) };
  return globalThis.rehearseUploads;
}

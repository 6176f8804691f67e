import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** What may come in one upload, packed or unpacked. */
export const MAX_UPLOAD_BYTES = 100_000_000;

/**
 * The room that an upload has left, while its files come side by side. It is counted from what lies
 * there once, and then kept: to count for each file would be quadratic.
 */
export class UploadQuota {
  readonly #files: string;
  #takenBytes: number | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#files = join(folder, "files");
  }

  /** Does one thing after another with what lies in the upload. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Takes room for a file before it comes; false when there is too little. */
  async take(bytes: number): Promise<boolean> {
    // An archive that is being unpacked has the rest of the room until it is known what it takes.
    return this.inTurn(async () => {
      this.#takenBytes ??= await bytesIn(this.#files);
      if (bytes > this.leftBytes) return false;
      this.#takenBytes += bytes;
      return true;
    });
  }

  get leftBytes(): number {
    return MAX_UPLOAD_BYTES - (this.#takenBytes ?? 0);
  }

  /** Gives room back that was taken and is not needed. */
  giveBack(bytes: number): void {
    this.#takenBytes = (this.#takenBytes ?? 0) - bytes;
  }
}

declare global {
  // Next bundles a module more than once in a process.
  var rehearseQuotas: Map<string, UploadQuota> | undefined;
}

/** The room in an upload's folder, the same for all that send to it. */
export function quotaOf(folder: string): UploadQuota {
  const quotas = (globalThis.rehearseQuotas ??= new Map<string, UploadQuota>());
  const quota = quotas.get(folder) ?? new UploadQuota(folder);
  quotas.set(folder, quota);
  return quota;
}

/** Forgets the room of an upload that is gone. */
export function forgetQuota(folder: string): void {
  globalThis.rehearseQuotas?.delete(folder);
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

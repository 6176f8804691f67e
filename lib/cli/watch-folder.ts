import { type FSWatcher, watch } from "node:fs";
import { lstat } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { isDocument } from "@/lib/domain/file-kinds";
import { foldersIn, isPassedOver } from "@/lib/ingest/walk-folder";

/** What a watch tells. */
export type Told = {
  /** Of a path within the folder that may be other than before; null: any of them may. */
  changed: (way: string | null) => void;
  /** Of what keeps it from telling at once. From then on it tells every minute that anything may be. */
  failed: (error: unknown) => void;
};

/** What is not there is looked for so often. */
const BACK_MS = 1000;
const A_MINUTE_MS = 60_000;

/**
 * Elsewhere than on Linux the system watches a folder with all below it. There it is a watch for each
 * folder, and none for its files: of them it is told all the same.
 */
const BY_FOLDER = process.platform === "linux";

/**
 * Watches a folder and those below it that are looked through for documents. It tells of what changed
 * before it watched too, and goes on when the folder was away.
 */
export class FolderWatch {
  readonly #root: string;
  readonly #told: Told;
  /** By their ways from the root, which is "". */
  readonly #watchers = new Map<string, FSWatcher>();
  /** Where a folder may have come or gone. */
  readonly #unsure = new Set<string>();
  /** One after another: what is told of a folder may be old when its turn comes. */
  #working: Promise<void> = Promise.resolve();
  #isAway = false;
  #isClosed = false;
  #later: NodeJS.Timeout | undefined;
  #everyMinute: NodeJS.Timeout | undefined;

  constructor(root: string, told: Told) {
    this.#root = root;
    this.#told = told;
    void this.#inTurn(() => this.#begin());
  }

  /** Looks for folders that it was not told of: of very many changes at once the system drops some. */
  lookAround(): Promise<void> {
    return this.#inTurn(() => this.#cover(""));
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#later);
    clearInterval(this.#everyMinute);
    this.#leave("");
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#working = this.#working.then(() => (this.#isClosed ? undefined : work()));
    return this.#working;
  }

  async #begin(): Promise<void> {
    this.#leave("");
    await this.#cover("");
    const wasAway = this.#isAway;
    this.#isAway = !this.#watchers.has("");
    if (this.#isAway)
      this.#later = setTimeout(() => void this.#inTurn(() => this.#begin()), BACK_MS);
    // One that goes is a change too: what was in it is asked about.
    if (!this.#isAway || !wasAway) this.#told.changed(null);
  }

  /** Watches a folder, and then those in it: one that is made meanwhile is told of, or found. */
  async #cover(way: string): Promise<void> {
    if (this.#isClosed || (!this.#watchers.has(way) && !this.#watch(way)) || !BY_FOLDER) return;
    for (const name of await foldersIn(join(this.#root, way))) await this.#cover(join(way, name));
  }

  #watch(way: string): boolean {
    try {
      const options = { recursive: !BY_FOLDER };
      const watcher = watch(join(this.#root, way), options, (event, name) => {
        this.#hear(event, name === null ? way : join(way, name));
      });
      watcher.on("error", (error) => this.#lose(way, error));
      this.#watchers.set(way, watcher);
      return true;
    } catch (error) {
      this.#fail(error);
      return false;
    }
  }

  #hear(event: string, way: string): void {
    // Of a folder that goes itself it is told under its own name.
    if (event === "rename" && way === basename(this.#root)) void this.#inTurn(() => this.#begin());
    if (isPassedOver(way)) return;
    this.#told.changed(way);
    if (!BY_FOLDER || (event !== "rename" && isDocument(way))) return;
    this.#unsure.add(way);
    if (this.#unsure.size === 1) void this.#inTurn(() => this.#follow());
  }

  async #follow(): Promise<void> {
    for (const way of this.#unsure) {
      this.#unsure.delete(way);
      const stats = await lstat(join(this.#root, way)).catch(() => null);
      if (this.#watchers.has(way)) this.#leave(way);
      if (stats?.isDirectory() !== true) continue;
      await this.#cover(way);
      // Of what came into it before it was watched.
      this.#told.changed(way);
    }
  }

  #lose(way: string, error: unknown): void {
    this.#leave(way);
    this.#fail(error);
    if (way === "") void this.#inTurn(() => this.#begin());
  }

  /** Forgets a folder and those below it. */
  #leave(way: string): void {
    for (const [other, watcher] of this.#watchers)
      if (way === "" || other === way || other.startsWith(way + sep)) {
        watcher.close();
        this.#watchers.delete(other);
      }
  }

  #fail(error: unknown): void {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    // What is gone is told by the folder that it was in; what may not be looked into, by its documents.
    if (GONE.test(code) || this.#everyMinute || this.#isClosed) return;
    this.#everyMinute = setInterval(() => this.#told.changed(null), A_MINUTE_MS).unref();
    this.#told.failed(error);
  }
}

const GONE = /^(?:ENOENT|ENOTDIR|EACCES|EPERM)$/;

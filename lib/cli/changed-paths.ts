/** So many are no longer looked at one by one, and the system may have dropped others. */
const MOST = 1000;

/** Paths that may be other than before, until a run takes them up. */
export class ChangedPaths {
  #paths = new Set<string>();
  #isAny = false;

  /** Adds one; null: any may be. */
  add(path: string | null): void {
    if (path !== null && this.#paths.size < MOST) this.#paths.add(path);
    else this.#isAny = true;
  }

  /** All since the last call; null: any may be. */
  take(): string[] | null {
    const taken = this.#isAny ? null : [...this.#paths];
    this.#paths = new Set();
    this.#isAny = false;
    return taken;
  }
}

const FIRST_MS = 1_000;

/** Tries again later, each time after twice as long, up to `lastMs`. */
export class BackOff {
  readonly #lastMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitMs = FIRST_MS;

  constructor(lastMs: number) {
    this.#lastMs = lastMs;
  }

  /** Tries once more after a while, and not before `leastMs`. */
  again(run: () => void, leastMs = 0): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(run, Math.max(this.#waitMs, leastMs));
    this.#waitMs = Math.min(this.#waitMs * 2, this.#lastMs);
  }

  /** It went well: the next failure is a first one. */
  reset(): void {
    this.stop();
    this.#waitMs = FIRST_MS;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

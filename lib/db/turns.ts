import { StoreBusy } from "./store-busy";

/** One after another, in the order asked; who waits until their deadline goes away instead. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #taken = false;

  /**
   * Does `work` when all that was asked for before is done.
   * @throws StoreBusy when that takes until `deadline`, by the process's clock in ms
   */
  async take<T>(deadline: number, work: () => Promise<T>): Promise<T> {
    if (this.#taken) await this.#turn(deadline);
    this.#taken = true;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#taken = false;
    }
  }

  #turn(deadline: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        clearTimeout(patience);
        resolve();
      };
      const patience = setTimeout(
        () => {
          this.#waiting.splice(this.#waiting.indexOf(begin), 1);
          reject(new StoreBusy("Others write for so long"));
        },
        Math.max(0, deadline - performance.now()),
      );
      this.#waiting.push(begin);
    });
  }
}

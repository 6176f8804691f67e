import { flush } from "./flush";
import { entries, forget, keep } from "./outbox";
import {
  type ChangedMeanwhile,
  changedMeanwhile,
  isWaiting,
  type OutboxEntry,
} from "./outbox-entry";

/** What a page shows of the outbox. */
export type OutboxState = {
  /** How many wait for a server that did not answer. */
  unsent: number;
  /** Those that the server would not have, for the learner to see. */
  refused: readonly OutboxEntry[];
  /** What the server said of questions graded a moment ago. */
  changed: readonly ChangedMeanwhile[];
  /** What could not even be kept here, in a sentence. */
  problem: string | null;
};

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;
const NOT_KEPT = "Your browser would not keep your last answer. Allow this page to store data.";

export const EMPTY_OUTBOX: OutboxState = {
  unsent: 0,
  refused: [],
  changed: [],
  problem: null,
};

/** The outbox of this browser: sends what is added at once, and again until the server is back. */
export class OutboxStore {
  #state = EMPTY_OUTBOX;
  #listeners = new Set<() => void>();
  #retry: ReturnType<typeof setTimeout> | undefined;
  #waitMs = FIRST_RETRY_MS;

  readonly state = () => this.#state;

  /** Listens, and keeps sending while anybody does. */
  readonly subscribe = (listener: () => void) => {
    if (this.#listeners.size === 0) {
      window.addEventListener("online", this.#again);
      document.addEventListener("visibilitychange", this.#again);
    }
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      window.removeEventListener("online", this.#again);
      document.removeEventListener("visibilitychange", this.#again);
      clearTimeout(this.#retry);
    };
  };

  /** Keeps an entry, then sends it. Whoever adds need not wait. */
  readonly add = async (entry: OutboxEntry): Promise<void> => {
    try {
      await keep(entry);
      await this.send();
    } catch {
      this.#show({ ...this.#state, problem: NOT_KEPT });
    }
  };

  /** Forgets an entry that the learner has seen. */
  readonly dismiss = async (id: string): Promise<void> => {
    await forget(id);
    await this.send();
  };

  /** Sends all that waits; false when the server does not answer, and then tries again by itself. */
  readonly send = async (): Promise<boolean> => {
    clearTimeout(this.#retry);
    const reached = await flush();
    const left = await entries();
    const refused = left.filter((entry) => entry.refused !== undefined);
    const unsent = reached ? 0 : left.filter(isWaiting).length;
    this.#show({ unsent, refused, changed: changedMeanwhile(left), problem: null });
    this.#waitMs = reached ? FIRST_RETRY_MS : Math.min(this.#waitMs * 2, LAST_RETRY_MS);
    if (!reached) this.#retry = setTimeout(this.#again, this.#waitMs);
    return reached;
  };

  readonly #again = () => void this.send().catch(() => undefined);

  #show(state: OutboxState) {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

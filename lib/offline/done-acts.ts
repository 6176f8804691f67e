import { browserStore } from "./browser-store";
import { type DoneAct, readDoneAct } from "./done-act";
import { onActsTold, tellOfActs } from "./tabs";

/** As many can be taken back. */
const MOST = 30;

/**
 * What the learner did last in this browser, in any of its tabs: it outlives a reload, as far as the
 * browser keeps anything. The oldest of more than thirty is dropped.
 */
export class DoneActs {
  /** Oldest first. */
  #acts: readonly DoneAct[] = [];
  readonly #listeners = new Set<() => void>();
  /** What the browser has not kept (yet). */
  readonly #held = new Map<string, DoneAct>();
  /** What it may not have dropped yet. */
  readonly #gone = new Set<string>();
  readonly #store;
  #isRead: Promise<void> | null = null;
  #stopHearing = () => {};

  constructor(store = browserStore("acts")) {
    this.#store = store;
  }

  /** The last of them; null when there is nothing to take back. */
  readonly last = (): DoneAct | null => this.#acts.at(-1) ?? null;

  /** Listens to what is done, in other tabs too. */
  readonly subscribe = (listener: () => void) => {
    if (this.#listeners.size === 0) {
      this.#stopHearing = onActsTold(() => void this.#read());
      this.#isRead ??= this.#read();
    }
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stopHearing();
    };
  };

  /** Notes what was done. Whoever adds need not wait. */
  readonly add = async (act: DoneAct): Promise<void> => {
    this.#held.set(act.id, act);
    this.#show([...this.#acts, act]);
    await this.#store.put(act).then(
      () => this.#held.delete(act.id),
      () => undefined,
    );
    tellOfActs();
  };

  /** Takes the last one out, for it to be taken back. Null when there is none. */
  readonly takeLast = async (): Promise<DoneAct | null> => {
    await (this.#isRead ??= this.#read());
    const last = this.last();
    if (last) void this.#drop([last.id]).then(tellOfActs);
    return last;
  };

  async #read(): Promise<void> {
    const kept = await this.#store.all().catch(() => []);
    const known = new Map(
      kept.flatMap((one) => readDoneAct(one) ?? []).map((one) => [one.id, one]),
    );
    for (const held of this.#held.values()) known.set(held.id, held);
    this.#show([...known.values()]);
  }

  #show(acts: readonly DoneAct[]): void {
    const there = acts
      .filter(({ id }) => !this.#gone.has(id))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    this.#acts = there.slice(-MOST);
    for (const listener of this.#listeners) listener();
    const old = there.slice(0, -MOST).map(({ id }) => id);
    if (old.length > 0) void this.#drop(old);
  }

  async #drop(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      this.#gone.add(id);
      this.#held.delete(id);
    }
    this.#show(this.#acts);
    await Promise.all(ids.map((id) => this.#store.delete(id).catch(() => undefined)));
  }
}

/** Those of this browser. */
export const doneActs = new DoneActs();

import { BackOff } from "./back-off";
import { browserStore, type KeptStore } from "./browser-store";
import {
  type ChangedMeanwhile,
  changedMeanwhile,
  isSettled,
  isWaiting,
  MOST_AT_ONCE,
  nextBatch,
  type OutboxEntry,
  readEntry,
  undoneBy,
} from "./outbox-entry";
import { lastKept } from "./last-kept";
import { type Delay, postBatch, type PostBatch, type Posted } from "./post-batch";
import type { ReadResult } from "./read-results";
import { onWake } from "./wake";

/** What a page shows of the outbox. */
export type OutboxState = {
  /** What could not be sent yet. */
  waiting: readonly OutboxEntry[];
  /** Why not; null while all goes out. */
  delay: Delay | null;
  /** Those that the server would not have, for the learner to see. */
  refused: readonly OutboxEntry[];
  /** What the server said of questions graded a moment ago. */
  changed: readonly ChangedMeanwhile[];
  /** Whether the browser keeps what is unsent; if not, it is lost with the page. */
  isKept: boolean;
};

export const EMPTY_OUTBOX: OutboxState = {
  waiting: [],
  delay: null,
  refused: [],
  changed: [],
  isKept: true,
};

/** Runs one after the other what is given to it, in all tabs. */
export type Alone = <T>(run: () => Promise<T>) => Promise<T>;

type Later = Extract<Posted, { kind: "later" }>;

/**
 * What the learner did and the server has not confirmed yet. It outlives a failed request, a reload,
 * a closed tab and a dead server, wherever the browser keeps anything; where it does not, it is held
 * by the page. What is added is sent at once, and again until the server has it, oldest first.
 */
export class Outbox {
  #state = EMPTY_OUTBOX;
  readonly #listeners = new Set<() => void>();
  /** What the browser has not kept (yet). */
  readonly #held = new Map<string, OutboxEntry>();
  readonly #retry = new BackOff(30_000);
  readonly #store: KeptStore<OutboxEntry>;
  readonly #post: PostBatch;
  readonly #alone: Alone;
  #stopWaking = () => {};

  constructor(
    store = browserStore("entries"),
    post: PostBatch = postBatch,
    alone = oneTabAtATime(),
  ) {
    this.#store = store;
    this.#post = post;
    this.#alone = alone;
  }

  readonly state = () => this.#state;

  /** Listens, and keeps sending while anybody does. */
  readonly subscribe = (listener: () => void) => {
    if (this.#listeners.size === 0) this.#stopWaking = onWake(this.#again);
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#stopWaking();
      this.#retry.stop();
    };
  };

  /** Keeps an entry, then sends it. Whoever adds need not wait. */
  readonly add = async (entry: OutboxEntry): Promise<void> => {
    await this.#keep(entry);
    await this.send();
  };

  /** Forgets an entry that the learner has seen. */
  readonly dismiss = async (id: string): Promise<void> => {
    await this.#forget(id);
    await this.send();
  };

  /** Sends all that waits; false when some still does, and then tries again by itself. */
  readonly send = async (): Promise<boolean> => {
    const later = await this.#alone(() => this.#sendAll());
    const left = await this.entries();
    this.#show({
      waiting: later ? left.filter(isWaiting) : [],
      delay: later?.why ?? null,
      refused: left.filter(({ refused }) => refused !== undefined),
      changed: changedMeanwhile(left),
      isKept: this.#state.isKept,
    });
    if (later) this.#retry.again(this.#again, later.afterMs);
    else this.#retry.reset();
    return !later;
  };

  /** All entries, oldest first; the refused ones among them wait for the learner, not for the server. */
  readonly entries = async (): Promise<OutboxEntry[]> => {
    const kept = await this.#store.all().catch(() => []);
    const byId = new Map(kept.flatMap((one) => readEntry(one) ?? []).map((one) => [one.id, one]));
    for (const held of this.#held.values()) byId.set(held.id, held);
    return [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  };

  readonly #again = () => void this.send().catch(() => undefined);

  async #sendAll(): Promise<Later | null> {
    for (const held of this.#held.values()) await this.#keep(held);
    const [now, keptAt] = [Date.now(), lastKept()];
    for (const entry of await this.entries())
      if (isSettled(entry, now, keptAt)) await this.#forget(entry.id);
    const skipped = new Set<string>();
    let most = MOST_AT_ONCE;
    for (;;) {
      const batch = nextBatch(await this.entries(), skipped, most);
      if (batch.length === 0) return skipped.size > 0 ? UNSETTLED : null;
      const posted = await this.#post(batch);
      if (posted.kind === "later") return posted;
      if (posted.kind === "too large") most = Math.ceil(batch.length / 2);
      else
        for (const [i, entry] of batch.entries())
          if (!(await this.#settle(entry, posted.results[i]))) skipped.add(entry.id);
    }
  }

  /** False for an entry of which the server says neither that it has it nor that it won't. */
  async #settle(entry: OutboxEntry, result: ReadResult | undefined): Promise<boolean> {
    const { status = "", problem = "The server gave no reason.", meanwhile } = result ?? {};
    const taken = { ...entry, takenAt: Date.now(), ...(meanwhile && { meanwhile }) };
    // What the server never had needs no taking back.
    const isDone = TAKEN.has(status) || (status === "rejected" && undoneBy(entry) !== null);
    if (!isDone && !REFUSED.has(status)) return false;
    await this.#keep(isDone ? taken : { ...entry, refused: problem });
    return true;
  }

  async #keep(entry: OutboxEntry): Promise<void> {
    this.#held.set(entry.id, entry);
    const isKept = await this.#store.put(entry).then(
      () => true,
      () => false,
    );
    if (isKept && this.#held.get(entry.id) === entry) this.#held.delete(entry.id);
    if (isKept !== this.#state.isKept) this.#show({ ...this.#state, isKept });
  }

  async #forget(id: string): Promise<void> {
    this.#held.delete(id);
    await this.#store.delete(id).catch(() => undefined);
  }

  #show(state: OutboxState) {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

const TAKEN: ReadonlySet<string> = new Set(["recorded", "duplicate"]);
const REFUSED: ReadonlySet<string> = new Set(["conflict", "rejected"]);
const UNSETTLED: Later = { kind: "later", why: { kind: "busy" }, afterMs: 0 };

/** Web locks are there in a secure context alone: else one after the other in this page. */
function oneTabAtATime(): Alone {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(run: () => Promise<T>): Promise<T> => {
    if ("locks" in navigator) return navigator.locks.request("rehearse-outbox", run);
    const mine = last.then(run);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** The outbox of this page. */
export const outbox = new Outbox();

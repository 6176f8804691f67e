import type { Heard } from "@/lib/domain/session";
import type { StudyScope } from "@/lib/domain/study-scope";
import { type AskSession, askSession } from "./ask-session";
import { BackOff } from "./back-off";
import { type DoneActs, doneActs } from "./done-acts";
import { type Outbox, outbox as ownOutbox } from "./outbox";
import { isWaiting, leftOut, type OutboxEntry } from "./outbox-entry";
import { type Shown, toHeard, type WireSession } from "./session-items";

/** All that a session asks of others. */
export type Ways = {
  outbox: Pick<Outbox, "add" | "send" | "entries" | "state" | "subscribe">;
  ask: AskSession;
  /** What waits of what this browser keeps, while the server does not answer. */
  kept: (scope: StudyScope, entries: readonly OutboxEntry[]) => Promise<Heard<Shown> | null>;
  done: Pick<DoneActs, "add" | "takeLast">;
};

/** Those of a page. */
export const OWN_WAYS: Ways = {
  outbox: ownOutbox,
  ask: askSession,
  done: doneActs,
  // Loaded when the server is gone: the service worker has it.
  kept: (scope, entries) =>
    import("./kept-session").then(
      ({ heardFromKept }) => heardFromKept(scope, entries),
      () => null,
    ),
};

/** What the server said, freed of what it could not know yet. */
export type Told = {
  wire: WireSession;
  clockErrorMs: number;
  heard: Heard<Shown>;
  /** Dealt with here, and not known to the server when it answered. */
  gone: ReadonlySet<string>;
  /** Whether it has all that was done here until it was asked. */
  knowsAll: boolean;
  /** How often the learner had done something when it was asked. */
  changes: number;
};

/** The session that asks. */
type Asker = {
  /** How often the learner did something in it. */
  changes: () => number;
  /** Whether it still waits for a question after what it was told. */
  hear: (told: Told) => boolean;
  fail: (why: "unreachable" | "busy") => void;
  /** Whether it soon has no question left. */
  runsLow: () => boolean;
  /** Takes what waits of what is kept, looked up after so many changes. */
  hearKept: (heard: Heard<Shown>, changes: number) => void;
  /** Nothing is asked any more. */
  rest: () => void;
};

const ASK_FOR = 30;
/** Longer than this ago, what the server said is asked anew when the page is looked at. */
const STALE_MS = 60_000;

/** Asks the server what waits now: one question at a time, and again and again until there is an answer. */
export class Asking {
  readonly #scope: StudyScope;
  readonly #sessionId: string;
  readonly #ways: Ways;
  readonly #asker: Asker;
  readonly #retry = new BackOff(5_000);
  #isOn = false;
  #asking: Promise<void> | null = null;
  #asksAgain = false;
  #heardAt = -Infinity;
  #askedChanges = -1;
  /** When something comes up of what is kept. */
  #keptUpAt = Infinity;

  constructor(scope: StudyScope, sessionId: string, ways: Ways, asker: Asker) {
    this.#scope = scope;
    this.#sessionId = sessionId;
    this.#ways = ways;
    this.#asker = asker;
  }

  start(): void {
    this.#isOn = true;
  }

  stop(): void {
    this.#isOn = false;
    this.#retry.stop();
  }

  readonly ask = (): void => {
    if (!this.#isOn) return;
    if (this.#asking) {
      this.#asksAgain = true;
      return;
    }
    this.#asking = this.#askOnce().finally(() => {
      this.#asking = null;
      if (!this.#asksAgain) return this.#asker.rest();
      this.#asksAgain = false;
      this.ask();
    });
  };

  /** Asks, where nothing was asked since the learner did something last. */
  askOnceMore(): void {
    if (!this.#asking && this.#asker.changes() !== this.#askedChanges) this.ask();
  }

  /** Whether what the server said last may be another by now. */
  isStale(): boolean {
    return Math.abs(Date.now() - this.#heardAt) > STALE_MS;
  }

  /** What the server said last is another by now. */
  outdate(): void {
    this.#heardAt = -Infinity;
  }

  /** The questions that such entries leave out of this session; see `leftOut`. */
  dealtWith(entries: readonly OutboxEntry[], madeAtMs = -Infinity): string[] {
    const practice = this.#scope.mode === "practice" ? this.#sessionId : null;
    return leftOut(entries, { madeAtMs, practice });
  }

  async #askOnce(): Promise<void> {
    const { outbox, ask } = this.#ways;
    // What the server does not know of yet it would give again.
    await outbox.send().catch(() => false);
    const changes = this.#asker.changes();
    this.#askedChanges = changes;
    const askedAt = Date.now();
    const asked = await ask(this.#scope, ASK_FOR, this.#sessionId);
    if (!this.#isOn) return;
    if (asked.kind === "failed") {
      this.#asker.fail(asked.why);
      if (asked.why === "unreachable") await this.#askKept();
      if (!this.#isOn) return;
      return this.#retry.again(this.ask, asked.afterMs);
    }
    const entries = await outbox.entries();
    const gone = new Set(this.dealtWith(entries, askedAt));
    const waiting = entries.filter(isWaiting);
    const unsent = new Set(this.dealtWith(waiting));
    const knowsAll = waiting.length === 0;
    const { wire, clockErrorMs } = asked;
    const all = toHeard(wire, ASK_FOR);
    const stale = all.items.filter(({ questionId }) => gone.has(questionId));
    const uncounted = stale.filter(({ questionId }) => unsent.has(questionId));
    const heard = { ...all, left: all.left - uncounted.length };
    // It heard of some while it answered: of what is left it may have said either.
    if (stale.length > uncounted.length) this.#asksAgain = true;
    this.#retry.reset();
    this.#heardAt = Date.now();
    // It has more, and all that it gave was dealt with here.
    const waitsStill = this.#asker.hear({ wire, clockErrorMs, heard, gone, knowsAll, changes });
    if (heard.items.length > 0 && waitsStill) this.#retry.again(this.ask);
  }

  /** What this browser keeps, where the server says nothing and there is need of it. */
  async #askKept(): Promise<void> {
    if (!this.#asker.runsLow() && Date.now() < this.#keptUpAt) return;
    const changes = this.#asker.changes();
    const heard = await this.#ways.kept(this.#scope, await this.#ways.outbox.entries());
    if (!heard || !this.#isOn) return;
    this.#keptUpAt = heard.nextDueAt?.getTime() ?? Infinity;
    this.#asker.hearKept(heard, changes);
  }
}

import { v7 as uuidv7 } from "uuid";
import type { Rating } from "@/lib/domain/rating";
import type { Scheduling } from "@/lib/domain/schedule";
import {
  actOn,
  type Act,
  beginSession,
  gradeQuestion,
  hear,
  leaveOut,
  moveOn,
  openAnswer,
  type OtherAct,
  type Session,
  type SessionItem,
  undoLast,
  wakesAt,
} from "@/lib/domain/session";
import { studyAddress, type StudyScope } from "@/lib/domain/study-scope";
import { type AskSession, askSession } from "./ask-session";
import { BackOff } from "./back-off";
import { type Outbox, outbox as ownOutbox } from "./outbox";
import { isWaiting, leftOut } from "./outbox-entry";
import { type Shown, toHeard, type WireSession } from "./session-items";
import { onTold, tellTabs } from "./tabs";
import { onWake } from "./wake";

/** What the study page shows. */
export type SessionState = {
  session: Session<Shown>;
  /** What the server said last, but for the questions. */
  wire: WireSession;
  scheduling: Scheduling;
  /** The time by the server's clock, as far as what is shown depends on it. */
  now: Date;
  /** By how much this device's clock is behind the server's. */
  clockErrorMs: number;
  /** Why the server could not be asked just now; null when it could. */
  trouble: "unreachable" | "busy" | null;
};

export type StudyGrade = {
  rating: Rating;
  durationMs: number;
  /** Ticked points and the texts of the others; null when the learner marked nothing. */
  assessed: { recalledKeyPointIds: string[]; missed: string[] } | null;
};

// An evening in hand: with a server that dies it goes on.
const KEEP_AHEAD = 15;
const ASK_FOR = 30;
/** Longer than this ago, what the server said is asked anew when the page is looked at. */
const STALE_MS = 60_000;
/** Timers stand still while a machine sleeps: they are looked at this often. */
const LOOK_EVERY_MS = 30_000;

/** What a session does besides showing: all that is asked of others. */
export type Ways = {
  outbox: Pick<Outbox, "add" | "send" | "entries" | "state" | "subscribe">;
  ask: AskSession;
};

const OWN: Ways = { outbox: ownOutbox, ask: askSession };

/** What comes up is asked for a moment later: the two clocks are never quite one. */
const AFTER_MS = 1_000;

/**
 * A session in the browser: grading is a step in memory and a line in the outbox, never a wait for
 * the server. It asks the server what waits now whenever that may have changed: when it begins, runs
 * low, is looked at again or told of another tab, and when something comes up; again and again until
 * there is an answer.
 */
export class SessionStore {
  #state: SessionState;
  readonly #scope: StudyScope;
  readonly #ways: Ways;
  readonly #sessionId = uuidv7();
  readonly #listeners = new Set<() => void>();
  readonly #retry = new BackOff(5_000);
  #stops: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: Promise<void> | null = null;
  #asksAgain = false;
  #heardAt = -Infinity;
  #askedChanges = -1;
  #wakeAt = Infinity;
  #unsent = 0;

  /** `limit` is how many questions were asked for at the least. */
  constructor(wire: WireSession, scope: StudyScope, limit: number, ways: Ways) {
    const now = new Date(wire.now);
    const session = beginSession(toHeard(wire, limit), now);
    const scheduling = schedulingOf(wire);
    this.#scope = scope;
    this.#ways = ways;
    this.#state = { session, wire, scheduling, now, clockErrorMs: 0, trouble: null };
  }

  readonly state = () => this.#state;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Keeps the session true until it is stopped. */
  start(): void {
    const { outbox } = this.#ways;
    leaveForLater(this.#scope, this);
    noteHeard(this.#state.wire);
    this.#stops = [
      onWake(this.#onWake),
      onTold(this.#onTold),
      outbox.subscribe(this.#onOutbox),
      () => clearTimeout(this.#timer),
      () => this.#retry.stop(),
    ];
    void this.#dropUnsent();
    this.#ask();
    this.#look();
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  readonly open = (): void => this.#change(openAnswer);

  readonly grade = (
    item: SessionItem<Shown>,
    { rating, durationMs, assessed }: StudyGrade,
  ): void => {
    const id = uuidv7();
    const { questionId, shown } = item;
    const missed = assessed?.missed ?? null;
    this.#change((session) =>
      gradeQuestion(session, item, { id, rating, missed }, this.#now(), this.#state.scheduling),
    );
    const review = {
      id,
      questionId,
      versionId: shown.versionId,
      rating,
      reviewedAt: new Date().toISOString(),
      durationMs,
      mode: "scheduled",
      recalledKeyPointIds: assessed?.recalledKeyPointIds ?? null,
      sessionId: this.#sessionId,
    } as const;
    void this.#ways.outbox.add({ id, kind: "review", review });
    tellTabs({ questionId, isGone: true });
  };

  readonly act = (item: SessionItem<Shown>, kind: OtherAct): void => {
    const id = uuidv7();
    const { questionId } = item;
    this.#change((session) => actOn(session, item, { id, kind }, this.#now()));
    const action = { id, kind, questionId, at: new Date().toISOString() };
    void this.#ways.outbox.add({ id, kind: "action", action });
    if (kind !== "suspend" && kind !== "bury") return;
    tellTabs({ questionId, isGone: true });
    // Where the day's limit holds some back, another comes in its place.
    this.#ask();
  };

  /** Takes the last act back, and answers it. Null when there is none. */
  readonly undo = (): Act<Shown> | null => {
    const taken = undoLast(this.#state.session);
    if (!taken) return null;
    const { undone } = taken;
    this.#change(() => taken.session);
    const id = uuidv7();
    const what = undone.kind === "grade" ? { reviewId: undone.id } : { actionId: undone.id };
    const action = { id, kind: "undo", at: new Date().toISOString(), ...what } as const;
    void this.#ways.outbox.add({ id, kind: "action", action });
    tellTabs({ questionId: undone.item.questionId, isGone: false });
    this.#ask();
    return undone;
  };

  #now(): Date {
    return new Date(Date.now() + this.#state.clockErrorMs);
  }

  #change(change: (before: Session<Shown>) => Session<Shown>): void {
    this.#set({ session: change(this.#state.session), now: this.#now() });
    this.#look();
  }

  #set(part: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }

  /** Looks at the clock and at what is in hand: shows what has come up, asks for what may have. */
  readonly #look = (): void => {
    clearTimeout(this.#timer);
    if (this.#stops.length === 0) return;
    const now = this.#now();
    const before = this.#state.session;
    const session = moveOn(before, now);
    // Without a question the page says when there will be one.
    if (session !== before || !session.current) this.#set({ session, now });
    const isUp = now.getTime() >= this.#wakeAt;
    // Of another study day the buttons' intervals are others.
    if (isUp) this.#set({ now });
    const runsLow = session.hasMore && session.upcoming.length < KEEP_AHEAD;
    const wants = runsLow || !session.current;
    const wantsMore = wants && session.changes !== this.#askedChanges && !this.#asking;
    if (isUp || wantsMore) this.#ask();
    const wakes = wakesAt(session, now, this.#state.scheduling).getTime();
    this.#wakeAt = Math.min(isUp ? Infinity : this.#wakeAt, wakes + AFTER_MS);
    const next = Math.min(this.#wakeAt, wakes) - now.getTime();
    this.#timer = setTimeout(this.#look, Math.min(next, LOOK_EVERY_MS));
  };

  readonly #ask = (): void => {
    if (this.#stops.length === 0) return;
    if (this.#asking) {
      this.#asksAgain = true;
      return;
    }
    this.#asking = this.#askOnce().finally(() => {
      this.#asking = null;
      if (!this.#asksAgain) return this.#look();
      this.#asksAgain = false;
      this.#ask();
    });
  };

  async #askOnce(): Promise<void> {
    const { outbox, ask } = this.#ways;
    // What the server does not know of yet it would give again.
    await outbox.send().catch(() => false);
    const { changes } = this.#state.session;
    this.#askedChanges = changes;
    const askedAt = Date.now();
    const asked = await ask(this.#scope, ASK_FOR);
    if (this.#stops.length === 0) return;
    if (asked.kind === "failed") {
      this.#set({ trouble: asked.why });
      return this.#retry.again(this.#ask, asked.afterMs);
    }
    const entries = await outbox.entries();
    const gone = new Set(leftOut(entries, askedAt));
    const unsent = new Set(leftOut(entries.filter(isWaiting)));
    const { wire, clockErrorMs } = asked;
    const all = toHeard(wire, ASK_FOR);
    const stale = all.items.filter(({ questionId }) => gone.has(questionId));
    const uncounted = stale.filter(({ questionId }) => unsent.has(questionId));
    const heard = { ...all, left: all.left - uncounted.length };
    // It heard of some while it answered: of what is left it may have said either.
    if (stale.length > uncounted.length) this.#asksAgain = true;
    this.#retry.reset();
    this.#heardAt = Date.now();
    noteHeard(wire);
    const scheduling = sameOr(this.#state.scheduling, schedulingOf(wire));
    this.#set({ wire, scheduling, clockErrorMs, trouble: null });
    this.#change((session) => hear(session, heard, { gone, changes }, this.#now()));
    // It has more, and all that it gave was dealt with here.
    if (heard.items.length > 0 && !this.#state.session.current) this.#retry.again(this.#ask);
  }

  readonly #onWake = (cameBack: boolean): void => {
    this.#look();
    const isStale = Math.abs(Date.now() - this.#heardAt) > STALE_MS;
    if (cameBack || isStale || this.#state.trouble) this.#ask();
  };

  readonly #onTold = ({ questionId, isGone }: { questionId: string; isGone: boolean }): void => {
    if (isGone) this.#leaveOut([questionId]);
    if (document.visibilityState === "visible") this.#ask();
    else this.#heardAt = -Infinity;
  };

  readonly #onOutbox = (): void => {
    const { changed, unsent } = this.#ways.outbox.state();
    // A step of it would return; and who has answered one of two is not asked the other.
    this.#leaveOut(changed.flatMap(({ questionId, countsFor }) => [questionId, countsFor]));
    // The server is back.
    if (unsent === 0 && this.#unsent > 0 && this.#state.trouble) this.#ask();
    this.#unsent = unsent;
  };

  /** What an earlier page graded and could not send yet, this one was given again. */
  async #dropUnsent(): Promise<void> {
    this.#leaveOut(leftOut(await this.#ways.outbox.entries()));
  }

  #leaveOut(questionIds: string[]): void {
    if (questionIds.length === 0) return;
    this.#change((session) => leaveOut(session, new Set(questionIds), this.#now()));
  }
}

function schedulingOf({ settings, parameterSet }: WireSession): Scheduling {
  return { ...settings, weights: parameterSet.weights };
}

/** The one in use, where the other says the same: setting the scheduler up anew costs more than a grade. */
function sameOr(used: Scheduling, other: Scheduling): Scheduling {
  return JSON.stringify(used) === JSON.stringify(other) ? used : other;
}

/** The newest of the server's times that this page has heard, in ms. */
let newest = -Infinity;
const left = new Map<string, SessionStore>();

function noteHeard({ now }: WireSession): void {
  newest = Math.max(newest, new Date(now).getTime());
}

function leaveForLater(scope: StudyScope, store: SessionStore): void {
  left.set(studyAddress(scope), store);
}

/**
 * The session of a page. Who comes back to an address gets the page as it was made then, and what
 * was graded since would be asked again: then it is the session that was left there.
 */
export function sessionStoreFor(wire: WireSession, scope: StudyScope, ways = OWN): SessionStore {
  if (new Date(wire.now).getTime() > newest) return new SessionStore(wire, scope, 1, ways);
  const kept = left.get(studyAddress(scope));
  return kept ?? new SessionStore({ ...wire, items: [] }, scope, 0, ways);
}

import { v7 as uuidv7 } from "uuid";
import type { Assessment } from "@/lib/domain/marks";
import type { Rating } from "@/lib/domain/rating";
import type { Scheduling } from "@/lib/domain/schedule";
import {
  beginSession,
  goOn,
  type Heard,
  moveOn,
  openAnswer,
  type OtherAct,
  type Session,
  type SessionItem,
  wakesAt,
} from "@/lib/domain/session";
import { actOn, gradeQuestion, takeBack } from "@/lib/domain/session-acts";
import { hear, leaveOut } from "@/lib/domain/session-hear";
import { scopeText, type StudyScope } from "@/lib/domain/study-scope";
import type { SentReview } from "@/lib/wire/reviews";
import { Asking, OWN_WAYS, type Told, type Ways } from "./asking";
import { type DoneAct, undoEntry } from "./done-act";
import { actToTakeBack, doneInSession } from "./done-in-session";
import { isNews, leaveForLater, leftAt, noteHeard } from "./left-sessions";
import { PAGE_OPENS_MS } from "./outbox-entry";
import { actionEntry, reviewEntry, type Said } from "./session-entries";
import { sameOr, schedulingOf, type Shown, toHeard, type WireSession } from "./session-items";
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
  /** How often the learner had done something when the server had all of it; -1 before. */
  knownChanges: number;
  /** The last turn that came because the question shown was dealt with elsewhere; -1 for none. */
  takenTurn: number;
};

export type StudyGrade = {
  rating: Rating;
  durationMs: number;
  /** Null when the learner marked nothing. */
  assessed: Assessment | null;
  /** What the marks spoke for; null where they did for nothing. */
  proposedRating: Rating | null;
} & Pick<SentReview, "cues" | "way" | "suggestedKeyPointIds">;

/** What was taken back, and whether its question is the one shown now. */
export type Undone = { undone: DoneAct; isShown: boolean };

// An evening in hand: with a server that dies it goes on.
const KEEP_AHEAD = 15;
/** Timers stand still while a machine sleeps: they are looked at this often. */
const LOOK_EVERY_MS = 30_000;
/** What comes up is asked for a moment later: the two clocks are never quite one. */
const AFTER_MS = 1_000;

/**
 * A session in the browser: grading is a step in memory and a line in the outbox, never a wait for
 * the server. It asks the server what waits now whenever that may have changed: when it begins, runs
 * low, is looked at again or told of another tab, and when something comes up.
 */
export class SessionStore {
  #state: SessionState;
  readonly #scope: StudyScope;
  readonly #ways: Ways;
  readonly #asking: Asking;
  /** Also of its summary's address. */
  readonly id = uuidv7();
  readonly #listeners = new Set<() => void>();
  #stops: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wakeAt = Infinity;
  #unsent = 0;

  /** `limit` is how many questions were asked for at the least. */
  constructor(wire: WireSession, scope: StudyScope, limit: number, ways: Ways) {
    const now = new Date(wire.now);
    const session = beginSession(toHeard(wire, limit), now, scope);
    const scheduling = schedulingOf(wire);
    this.#scope = scope;
    this.#ways = ways;
    this.#state = {
      session,
      wire,
      scheduling,
      now,
      clockErrorMs: 0,
      trouble: null,
      knownChanges: -1,
      takenTurn: -1,
    };
    this.#asking = new Asking(scope, this.id, ways, {
      changes: () => this.#state.session.changes,
      hear: this.#hear,
      fail: (trouble) => this.#set({ trouble }),
      runsLow: () => this.#state.session.upcoming.length < KEEP_AHEAD,
      hearKept: this.#hearKept,
      rest: () => this.#look(),
    });
  }

  readonly state = () => this.#state;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Keeps the session true until it is stopped. */
  start(): void {
    leaveForLater(this.#scope, this);
    noteHeard(this.#state.wire);
    this.#asking.start();
    this.#stops = [
      onWake(this.#onWake),
      onTold(this.#onTold),
      this.#ways.outbox.subscribe(this.#onOutbox),
      () => clearTimeout(this.#timer),
      () => this.#asking.stop(),
    ];
    void this.#dropUnsent();
    this.#asking.ask();
    this.#look();
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  readonly open = (): void => this.#change(openAnswer);

  readonly grade = (item: SessionItem<Shown>, { assessed, ...graded }: StudyGrade): void => {
    const said = saidOf(item);
    const grade = { id: said.id, rating: graded.rating, missed: assessed?.missed ?? null };
    this.#change((session) =>
      gradeQuestion(session, item, grade, this.#now(), this.#state.scheduling),
    );
    const isPractice = this.#scope.mode === "practice";
    const given = {
      ...graded,
      versionId: item.shown.versionId,
      recalledKeyPointIds: assessed?.recalledKeyPointIds ?? null,
      wrongKeyPointIds: assessed?.wrongKeyPointIds ?? null,
      mode: isPractice ? ("practice" as const) : ("scheduled" as const),
      sessionId: this.id,
      sessionScope: scopeText(this.#scope),
    };
    void this.#ways.outbox.add(reviewEntry(said, given));
    this.#note(said.id);
    if (!isPractice) tellTabs({ questionId: item.questionId, isGone: true });
  };

  readonly act = (item: SessionItem<Shown>, kind: OtherAct): void => {
    const said = saidOf(item);
    this.#change((session) => actOn(session, item, { id: said.id, kind }, this.#now()));
    void this.#ways.outbox.add(actionEntry(said, kind));
    this.#note(said.id);
    if (kind !== "suspend" && kind !== "bury") return;
    tellTabs({ questionId: item.questionId, isGone: true });
    // Where the day's limit holds some back, another comes in its place.
    this.#asking.ask();
  };

  /**
   * Takes back what the learner did last, here or elsewhere, and answers it; null when there is nothing.
   * Its question is shown again where this session could have asked it.
   */
  readonly undo = async (): Promise<Undone | null> => {
    const { done, outbox } = this.#ways;
    const undone = await done.takeLast();
    if (!undone) return null;
    const { questionId } = undone;
    const act = actToTakeBack(this.#state.session, this.#scope, undone);
    if (act) this.#change((session) => takeBack(session, act));
    void outbox.add(undoEntry(undone, saidOf(undone)));
    tellTabs({ questionId, isGone: false });
    this.#asking.ask();
    return { undone, isShown: this.#state.session.current?.questionId === questionId };
  };

  /** Once it had what it was to have, as much again. */
  readonly goOn = (): void => this.#change((session) => goOn(session, this.#now()));

  /** Notes the act that was done just now, for it to be taken back. */
  #note(id: string): void {
    const act = this.#state.session.acts.findLast((one) => one.id === id);
    if (act) void this.#ways.done.add(doneInSession(act, this.#scope));
  }

  #now(): Date {
    return new Date(Date.now() + this.#state.clockErrorMs);
  }

  #change(change: (before: Session<Shown>) => Session<Shown>): void {
    this.#set({ session: change(this.#state.session), now: this.#now() });
    this.#look();
  }

  /** A change that the learner did not make. */
  #hearOf(change: (before: Session<Shown>) => Session<Shown>): void {
    const { current, turn } = this.#state.session;
    this.#change(change);
    const after = this.#state.session;
    if (current && (after.turn !== turn || !after.current)) this.#set({ takenTurn: after.turn });
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
    if (isUp) this.#asking.ask();
    else if (runsLow || !session.current) this.#asking.askOnceMore();
    const wakes = wakesAt(session, now, this.#state.scheduling).getTime();
    this.#wakeAt = Math.min(isUp ? Infinity : this.#wakeAt, wakes + AFTER_MS);
    const next = Math.min(this.#wakeAt, wakes) - now.getTime();
    this.#timer = setTimeout(this.#look, Math.min(next, LOOK_EVERY_MS));
  };

  readonly #hear = ({ wire, clockErrorMs, heard, ...known }: Told): boolean => {
    noteHeard(wire);
    const scheduling = sameOr(this.#state.scheduling, schedulingOf(wire));
    this.#set({ wire, scheduling, clockErrorMs, trouble: null });
    if (known.knowsAll) this.#set({ knownChanges: known.changes });
    this.#hearOf((session) => hear(session, heard, known, this.#now()));
    return !this.#state.session.current;
  };

  /** All that was done here is in it already. */
  readonly #hearKept = (heard: Heard<Shown>, changes: number): void =>
    this.#change((session) => hear(session, heard, { gone: NONE, changes }, this.#now()));

  readonly #onWake = (cameBack: boolean): void => {
    this.#look();
    if (cameBack || this.#asking.isStale() || this.#state.trouble) this.#asking.ask();
  };

  readonly #onTold = ({ questionId, isGone }: { questionId: string; isGone: boolean }): void => {
    if (this.#scope.mode === "practice") return;
    if (isGone) this.#leaveOut([questionId]);
    if (document.visibilityState === "visible") this.#asking.ask();
    else this.#asking.outdate();
  };

  readonly #onOutbox = (): void => {
    const { changed, waiting } = this.#ways.outbox.state();
    const unsent = waiting.length;
    // A step of it would return; and who has answered one of two is not asked the other.
    this.#leaveOut(changed.flatMap(({ questionId, countsFor }) => [questionId, countsFor]));
    // The server is back.
    if (unsent === 0 && this.#unsent > 0 && this.#state.trouble) this.#asking.ask();
    this.#unsent = unsent;
  };

  /** What an earlier page graded and could not send yet, this one was given again. */
  async #dropUnsent(): Promise<void> {
    this.#leaveOut(
      this.#asking.dealtWith(await this.#ways.outbox.entries(), Date.now() - PAGE_OPENS_MS),
    );
  }

  #leaveOut(questionIds: string[]): void {
    if (questionIds.length === 0) return;
    this.#hearOf((session) => leaveOut(session, new Set(questionIds), this.#now()));
  }
}

/**
 * The session of a page. Who comes back to an address gets the page as it was made then, and what
 * was graded since would be asked again: then it is the session that was left there.
 */
export function sessionStoreFor(
  wire: WireSession,
  scope: StudyScope,
  ways = OWN_WAYS,
): SessionStore {
  if (isNews(wire)) return new SessionStore(wire, scope, 1, ways);
  return leftAt(scope) ?? new SessionStore({ ...wire, items: [] }, scope, 0, ways);
}

const NONE: ReadonlySet<string> = new Set();

/** An act of now, by this device's clock. */
function saidOf({ questionId }: { questionId: string }): Said {
  return { id: uuidv7(), questionId, at: new Date().toISOString() };
}

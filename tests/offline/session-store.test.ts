import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { intervals } from "@/lib/domain/schedule";
import type { Heard } from "@/lib/domain/session";
import { DEFAULT_SETTINGS } from "@/lib/domain/settings";
import { EVERYTHING, type StudyScope } from "@/lib/domain/study-scope";
import type { Asked, AskSession } from "@/lib/offline/ask-session";
import { type DoneAct, readDoneAct } from "@/lib/offline/done-act";
import { DoneActs } from "@/lib/offline/done-acts";
import { Outbox } from "@/lib/offline/outbox";
import { type Shown, toHeard } from "@/lib/offline/session-items";
import { SessionStore, sessionStoreFor } from "@/lib/offline/session-store";
import type { SessionQuestion, StudySession } from "@/lib/wire/session";
import { aPage } from "@/tests/support/browser";
import { aStore } from "@/tests/support/outbox";
import { aScheduling } from "@/tests/support/scheduling";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let page: ReturnType<typeof aPage>;
let outbox: Outbox;
/** What the browser keeps of what was done. */
let disk: ReturnType<typeof aStore<DoneAct>>;
let done: DoneActs;
/** What waits on the server, by question. */
let waiting: string[];
let nextDueAt: Date | null;
/** By how much the server's clock is ahead of this one. */
let serverAheadMs: number;
/** What the server says instead, if anything. */
let instead: Asked | null;
let asked: number;
/** What waits of what the browser keeps; null where it keeps nothing. */
let keptHere: string[] | null;
let begun: SessionStore[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  vi.setSystemTime(new Date("2026-11-24T19:00:00Z"));
  page = aPage();
  const takeAll = async (batch: readonly { id: string }[]) =>
    ({
      kind: "answered",
      results: batch.map(({ id }) => ({ id, status: "recorded" })),
    }) as const;
  outbox = new Outbox(aStore(), takeAll, (run) => run());
  disk = aStore<DoneAct>();
  done = new DoneActs(disk);
  waiting = ["a", "b", "c"];
  nextDueAt = null;
  serverAheadMs = 0;
  instead = null;
  asked = 0;
  keptHere = null;
  begun = [];
});

afterEach(() => {
  for (const store of begun) store.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("a grade says how it was recalled, which points, and what they proposed", async () => {
  const store = await begin();
  instead = { kind: "failed", why: "unreachable", afterMs: 0 };
  const sent: unknown[] = [];
  vi.spyOn(outbox, "add").mockImplementation(async (entry) => void sent.push(entry));
  const { current } = store.state().session;
  const assessed = { recalledKeyPointIds: ["p"], wrongKeyPointIds: ["q"], missed: ["Q", "R"] };
  if (current)
    store.grade(current, {
      rating: 3,
      durationMs: 1000,
      assessed,
      proposedRating: 2,
      cues: "sections",
      way: "type",
      suggestedKeyPointIds: ["p", "r"],
    });
  const { missed, ...named } = assessed;
  expect(sent).toMatchObject([
    {
      kind: "review",
      review: {
        ...named,
        rating: 3,
        proposedRating: 2,
        cues: "sections",
        way: "type",
        suggestedKeyPointIds: ["p", "r"],
      },
    },
  ]);
  expect(store.state().session.acts).toMatchObject([{ kind: "grade", rating: 3, missed }]);
});

describe("a server that fails at the wrong moment", () => {
  test("is asked again, and the next question comes by itself", async () => {
    const store = await begin();
    instead = { kind: "failed", why: "busy", afterMs: 5_000 };
    waiting = [];
    for (const _ of ["a", "b", "c"]) gradeShown(store);
    await settle();
    expect(store.state()).toMatchObject({ trouble: "busy" });
    expect(shown(store)).toBeUndefined();
    instead = null;
    waiting = ["d"];
    await vi.advanceTimersByTimeAsync(5_000);
    expect(shown(store)).toBe("d");
    expect(store.state().trouble).toBeNull();
  });

  test("is left alone more and more, and asked at once when the page is looked at again", async () => {
    instead = { kind: "failed", why: "unreachable", afterMs: 0 };
    const store = await begin();
    await vi.advanceTimersByTimeAsync(10 * MINUTE_MS);
    expect(asked).toBeGreaterThan(100);
    expect(asked).toBeLessThan(130);
    instead = null;
    waiting = ["d"];
    page.lookAgain();
    await settle();
    expect(shown(store)).toBe("d");
  });

  test("leaves what the browser keeps, until the server is back", async () => {
    instead = { kind: "failed", why: "unreachable", afterMs: 0 };
    const store = await begin();
    keptHere = ["d", "e"];
    for (const _ of ["a", "b", "c"]) gradeShown(store);
    await settle();
    expect(shown(store)).toBe("d");
    expect(store.state()).toMatchObject({ trouble: "unreachable" });
    instead = null;
    waiting = ["e", "f"];
    page.lookAgain();
    await settle();
    expect(shown(store)).toBe("e");
    expect(store.state().trouble).toBeNull();
  });

  test("never stops what is in hand", async () => {
    instead = { kind: "failed", why: "unreachable", afterMs: 0 };
    const store = await begin();
    gradeShown(store);
    expect(shown(store)).toBe("b");
  });
});

describe("a page left open", () => {
  test("goes on with the new day’s questions when it is looked at again", async () => {
    const store = await begin();
    waiting = [];
    for (const _ of ["a", "b", "c"]) gradeShown(store);
    await settle();
    expect(shown(store)).toBeUndefined();
    // The machine slept: no timer ran.
    vi.setSystemTime(Date.now() + 12 * HOUR_MS);
    waiting = ["b", "d"];
    page.lookAgain();
    await settle();
    expect(shown(store)).toBe("b");
  });

  test("leaves what is open to the learner, and the rest as it is now", async () => {
    const store = await begin();
    store.open();
    vi.setSystemTime(Date.now() + 12 * HOUR_MS);
    waiting = ["d"];
    page.lookAgain();
    await settle();
    expect([shown(store), store.state().session.isOpen]).toEqual(["a", true]);
    gradeShown(store);
    expect(shown(store)).toBe("d");
  });

  test("turns the day by itself, also where the machine slept over the rollover", async () => {
    const store = await begin();
    waiting = ["d"];
    vi.setSystemTime(Date.now() + 10 * HOUR_MS);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(shown(store)).toBe("d");
  });

  test("asks for nothing when it is looked at after a moment", async () => {
    await begin();
    const before = asked;
    for (let i = 0; i < 5; i += 1) page.lookAgain();
    await settle();
    expect(asked).toBe(before);
  });

  test("out of the browser’s own cache it asks at once", async () => {
    const store = await begin();
    waiting = ["b", "c"];
    page.comeBack();
    await settle();
    expect(shown(store)).toBe("b");
  });
});

describe("a step that returns while nothing is shown", () => {
  test("is shown at its time", async () => {
    waiting = ["a"];
    const store = await begin();
    waiting = [];
    gradeShown(store, 1);
    await settle();
    expect(shown(store)).toBeUndefined();
    waiting = ["a"];
    await vi.advanceTimersByTimeAsync(10 * MINUTE_MS);
    expect(shown(store)).toBe("a");
  });

  test("is shown at its time also after a reload, which forgot it", async () => {
    waiting = [];
    nextDueAt = new Date(Date.now() + 3 * MINUTE_MS);
    const store = await begin();
    expect(shown(store)).toBeUndefined();
    waiting = ["a"];
    await vi.advanceTimersByTimeAsync(3 * MINUTE_MS);
    expect(shown(store)).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(shown(store)).toBe("a");
  });
});

describe("what other tabs do", () => {
  test("is not asked here, and the server says what is left", async () => {
    const store = await begin();
    waiting = ["b", "c"];
    page.tell({ questionId: "a", isGone: true });
    expect(shown(store)).toBe("b");
    await settle();
    expect(store.state().session.left).toBe(2);
  });

  test("is asked for when the tab is looked at again", async () => {
    const store = await begin();
    page.lookAway();
    waiting = ["c"];
    const before = asked;
    page.tell({ questionId: "a", isGone: true });
    await settle();
    expect(asked).toBe(before);
    page.lookAgain();
    await settle();
    expect(shown(store)).toBe("c");
  });
});

describe("what the learner does", () => {
  test("is taken back act by act, each at the server as well", async () => {
    const store = await begin();
    gradeShown(store);
    actOnShown(store, "bury");
    await settle();
    expect(shown(store)).toBe("c");
    expect(await store.undo()).toMatchObject({ undone: { kind: "bury" }, isShown: true });
    expect(shown(store)).toBe("b");
    expect(await store.undo()).toMatchObject({ undone: { kind: "grade" }, isShown: true });
    expect(shown(store)).toBe("a");
    expect(await store.undo()).toBeNull();
    await settle();
    const [review, bury, ...undone] = await outbox.entries();
    expect(undone).toMatchObject([
      { action: { kind: "undo", actionId: bury?.id } },
      { action: { kind: "undo", reviewId: review?.id } },
    ]);
  });

  test("the learner’s two grades in a row take back two, not one twice", async () => {
    const store = await begin();
    gradeShown(store);
    gradeShown(store);
    await Promise.all([store.undo(), store.undo()]);
    expect(shown(store)).toBe("a");
  });
});

describe("what the learner did before a reload", () => {
  test("is taken back in order, and each question shown again", async () => {
    const before = await begin();
    gradeShown(before);
    actOnShown(before, "suspend");
    await settle();
    const store = await reload();
    waiting = ["c"];
    await settle();
    expect(await store.undo()).toMatchObject({ undone: { kind: "suspend" }, isShown: true });
    expect(shown(store)).toBe("b");
    expect(await store.undo()).toMatchObject({ undone: { kind: "grade" }, isShown: true });
    expect(shown(store)).toBe("a");
    await settle();
    const [review, suspend, ...undone] = await outbox.entries();
    expect(undone).toMatchObject([
      { action: { kind: "undo", actionId: suspend?.id } },
      { action: { kind: "undo", reviewId: review?.id } },
    ]);
  });

  test("is taken back in words where its question is not of this session", async () => {
    gradeShown(await begin());
    await settle();
    waiting = ["z"];
    const store = await reload({ ...EVERYTHING, topic: "elsewhere" });
    expect(await store.undo()).toMatchObject({ undone: { name: "a" }, isShown: false });
    expect(shown(store)).toBe("z");
  });

  test("is shown again only as far as this version of the page can show it", async () => {
    gradeShown(await begin());
    await settle();
    for (const one of disk.kept.values()) Reflect.deleteProperty(shownIn(one), "promptHtml");
    waiting = ["b"];
    const store = await reload();
    expect(await store.undo()).toMatchObject({ undone: { questionId: "a" }, isShown: false });
    expect(shown(store)).toBe("b");
  });
});

describe("a device whose clock is days off", () => {
  test("counts by the server’s, and says by how much it is off", async () => {
    serverAheadMs = 3 * 24 * HOUR_MS;
    waiting = ["r"];
    const store = await begin();
    const { now, scheduling, clockErrorMs, session } = store.state();
    expect(clockErrorMs).toBe(serverAheadMs);
    const memory = session.current?.memory;
    const question = { id: "r", memory: memory ?? REVIEWED };
    const onServer = new Date(Date.now() + serverAheadMs);
    expect(intervals(question, now, scheduling)).toEqual(
      intervals(question, onServer, aScheduling()),
    );
    waiting = [];
    gradeShown(store, 1);
    await vi.advanceTimersByTimeAsync(9 * MINUTE_MS);
    expect(shown(store)).toBeUndefined();
    waiting = ["r"];
    await vi.advanceTimersByTimeAsync(2 * MINUTE_MS);
    expect(shown(store)).toBe("r");
  });
});

describe("coming back to a page by the app’s own Back", () => {
  test("gives the session that was left there: nothing graded is asked again", async () => {
    // Later than what any other page here has heard.
    vi.setSystemTime(new Date("2027-11-24T19:00:00Z"));
    const made = aWire();
    const store = keep(sessionStoreFor(made, EVERYTHING, { outbox, ask, done, kept }));
    store.start();
    await settle();
    waiting = ["b", "c"];
    gradeShown(store);
    await settle();
    store.stop();
    expect(sessionStoreFor(made, EVERYTHING)).toBe(store);
    const elsewhere = sessionStoreFor(made, { ...EVERYTHING, topic: "t" });
    expect(shown(elsewhere)).toBeUndefined();
    expect(elsewhere.state().session.hasMore).toBe(true);
    vi.setSystemTime(Date.now() + 5_000);
    expect(sessionStoreFor(aWire(), EVERYTHING)).not.toBe(store);
  });
});

describe("practice", () => {
  test("says so of each grade, and of what it is", async () => {
    const store = await begin({ mode: "practice", topic: "t" });
    gradeShown(store);
    await settle();
    expect(await outbox.entries()).toMatchObject([
      {
        review: { mode: "practice", sessionId: store.id, sessionScope: "mode=practice&topic=t" },
      },
    ]);
  });

  test("goes once more over what was graded Again, at its end, whatever the server has left out", async () => {
    const store = await begin({ mode: "practice" });
    gradeShown(store, 1);
    waiting = ["b", "c"];
    page.comeBack();
    await settle();
    expect([shown(store), store.state().session.left]).toEqual(["b", 3]);
    waiting = [];
    gradeShown(store);
    gradeShown(store);
    await settle();
    expect([shown(store), store.state().session.left]).toEqual(["a", 1]);
    gradeShown(store);
    await settle();
    expect([shown(store), store.state().session.left]).toEqual([undefined, 0]);
  });

  test("goes on with what another tab grades: it was due or not before", async () => {
    const store = await begin({ mode: "practice" });
    page.tell({ questionId: "a", isGone: true });
    await settle();
    expect(shown(store)).toBe("a");
  });
});

describe("a session of a length", () => {
  test("of so many questions is over after as many answers, and goes on with as many again", async () => {
    const store = await begin({ length: { questions: 2 } });
    gradeShown(store);
    gradeShown(store);
    waiting = ["c"];
    await settle();
    expect(shown(store)).toBeUndefined();
    store.goOn();
    expect(shown(store)).toBe("c");
    await store.undo();
    await store.undo();
    expect(shown(store)).toBe("a");
  });

  test("of minutes is over with the answer that is given when they are up", async () => {
    const store = await begin({ length: { minutes: 20 } });
    gradeShown(store);
    await vi.advanceTimersByTimeAsync(21 * MINUTE_MS);
    expect(shown(store)).toBe("b");
    waiting = ["c"];
    gradeShown(store);
    await settle();
    expect(shown(store)).toBeUndefined();
    store.goOn();
    expect(shown(store)).toBe("c");
  });
});

const REVIEWED = {
  phase: "review" as const,
  step: 0,
  stability: 20,
  difficulty: 5,
  reps: 3,
  lapses: 0,
  dueAt: new Date("2026-11-24T04:00:00Z"),
  lastReviewedAt: new Date("2026-11-04T12:00:00Z"),
  lastStudyDay: 20_761,
};

/** A session of what waits, which has heard from the server once. */
async function begin(scope: Partial<StudyScope> = {}): Promise<SessionStore> {
  const all = { ...EVERYTHING, ...scope };
  const store = keep(new SessionStore(aWire(), all, 1, { outbox, ask, done, kept }));
  store.start();
  await settle();
  return store;
}

/** The page is loaded anew: all that is left of it is what the browser keeps. */
async function reload(scope: StudyScope = EVERYTHING): Promise<SessionStore> {
  for (const store of begun) store.stop();
  done = new DoneActs(disk);
  const store = keep(new SessionStore(aWire(), scope, 1, { outbox, ask, done, kept }));
  store.start();
  await settle();
  return store;
}

function shownIn(stored: unknown): object {
  const act = readDoneAct(stored)?.session?.act;
  if (!act) throw new Error("Nothing is kept");
  return act.item.shown;
}

async function kept(): Promise<Heard<Shown> | null> {
  if (!keptHere) return null;
  const counts = { new: keptHere.length, learning: 0, review: 0 };
  return toHeard({ ...aWire(), counts, items: keptHere.map(aQuestion) }, 200);
}

function keep(store: SessionStore): SessionStore {
  begun.push(store);
  return store;
}

/** Lets all run that waits for no time to pass. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

const ask: AskSession = async () => {
  asked += 1;
  return instead ?? { kind: "answered", wire: aWire(), clockErrorMs: serverAheadMs };
};

function aWire(): StudySession {
  const { weights, ...settings } = aScheduling();
  return {
    now: new Date(Date.now() + serverAheadMs),
    studyDay: "2026-11-24",
    counts: { new: waiting.length, learning: 0, review: 0 },
    items: waiting.map(aQuestion),
    settings: { ...DEFAULT_SETTINGS, ...settings },
    parameterSet: { id: null, weights },
    nextDueAt,
    dueTomorrow: 0,
    topicTitle: null,
    endOfDay: new Date("2026-11-25T04:00:00Z"),
    heldBack: { new: 0, review: 0 },
    elsewhere: 0,
    early: 0,
    practicable: 0,
  };
}

function aQuestion(questionId: string): SessionQuestion {
  const isSeen = questionId === "r";
  return {
    questionId,
    topic: "t",
    topicPath: ["T"],
    number: null,
    prompt: questionId,
    promptHtml: questionId,
    answerHtml: null,
    own: { answer: null, note: null },
    changed: null,
    keyPoints: [],
    choices: null,
    versionId: "v",
    state: isSeen ? "review" : "new",
    dueAt: null,
    intervals: { again: 0, hard: 0, good: 0, easy: 0 },
    memory: {
      state: isSeen ? "review" : "new",
      step: 0,
      stability: isSeen ? 20 : null,
      difficulty: isSeen ? 5 : null,
      retrievability: null,
      dueAt: isSeen ? REVIEWED.dueAt : null,
      lastReviewedAt: isSeen ? REVIEWED.lastReviewedAt : null,
      lastStudyDay: isSeen ? REVIEWED.lastStudyDay : null,
      reps: 0,
      lapses: 0,
      suspended: false,
      buriedUntil: null,
      flagged: false,
      leech: false,
      slipping: false,
    },
  };
}

function shown(store: SessionStore): string | undefined {
  return store.state().session.current?.questionId;
}

function gradeShown(store: SessionStore, rating: 1 | 3 = 3): void {
  const { current } = store.state().session;
  if (current)
    store.grade(current, {
      rating,
      durationMs: 1000,
      assessed: null,
      proposedRating: null,
      cues: "none",
      way: "think",
      suggestedKeyPointIds: null,
    });
}

function actOnShown(store: SessionStore, kind: "bury" | "suspend"): void {
  const { current } = store.state().session;
  if (current) store.act(current, kind);
}

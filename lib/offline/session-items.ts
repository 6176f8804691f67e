import type { Memory } from "@/lib/domain/memory";
import { sumOfCounts } from "@/lib/domain/queue";
import type { Scheduling } from "@/lib/domain/schedule";
import type { Heard, SessionItem } from "@/lib/domain/session";
import { has } from "./has";
import type { Json } from "@/lib/wire/json";
import type { SessionQuestion, StudySession } from "@/lib/wire/session";

/** A session as it arrives: times are dates from a page, text from JSON. */
export type WireSession = StudySession | Json<StudySession>;

type WireQuestion = SessionQuestion | Json<SessionQuestion>;

/** What a page needs to show a question. */
export type Shown = Pick<
  SessionQuestion,
  | "number"
  | "topicPath"
  | "versionId"
  | "prompt"
  | "promptHtml"
  | "answerHtml"
  | "own"
  | "changed"
  | "keyPoints"
  | "choices"
>;

/** Whether an answer is a session, as far as the page takes it apart: another program may answer. */
export function isSession(body: unknown): body is Json<StudySession> {
  if (!has(body, "now") || !has(body, "items") || !has(body, "counts")) return false;
  if (!has(body, "settings") || !has(body, "parameterSet") || !has(body, "nextDueAt")) return false;
  return typeof body.now === "string" && Array.isArray(body.items) && body.items.every(isQuestion);
}

function isQuestion(item: unknown): boolean {
  return has(item, "questionId") && has(item, "promptHtml") && has(item, "memory");
}

/** What a session says of what waits, of which at most `limit` were asked for. */
export function toHeard(wire: WireSession, limit: number): Heard<Shown> {
  const { items, counts, nextDueAt } = wire;
  return {
    items: items.map(toSessionItem),
    isAll: items.length < limit,
    left: sumOfCounts(counts),
    nextDueAt: nextDueAt === null ? null : new Date(nextDueAt),
  };
}

/** A question as a session holds it. */
export function toSessionItem({
  questionId,
  topic,
  memory,
  ...shown
}: WireQuestion): SessionItem<Shown> {
  return { questionId, topic, memory: toMemory(memory), flagged: memory.flagged, shown };
}

function toMemory(wire: WireQuestion["memory"]): Memory {
  const { state, step, stability, difficulty, dueAt, lastReviewedAt, lastStudyDay } = wire;
  if (state === "new" || stability === null || difficulty === null) return { phase: "new" };
  if (dueAt === null || lastReviewedAt === null || lastStudyDay === null) return { phase: "new" };
  return {
    phase: state,
    step: step ?? 0,
    stability,
    difficulty,
    reps: wire.reps,
    lapses: wire.lapses,
    dueAt: new Date(dueAt),
    lastReviewedAt: new Date(lastReviewedAt),
    lastStudyDay,
  };
}

/** What a session schedules by. */
export function schedulingOf({ settings, parameterSet }: WireSession): Scheduling {
  return { ...settings, weights: parameterSet.weights };
}

/** The one in use, where the other says the same: setting the scheduler up anew costs more than a grade. */
export function sameOr(used: Scheduling, other: Scheduling): Scheduling {
  return JSON.stringify(used) === JSON.stringify(other) ? used : other;
}

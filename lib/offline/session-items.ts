import type { Memory } from "@/lib/domain/memory";
import type { SessionItem } from "@/lib/domain/session";
import type { Json } from "@/lib/wire/json";
import type { SessionQuestion } from "@/lib/wire/session";

/** A question as it arrives: its times are dates from a page, text from `/api/session`. */
type Arrived = SessionQuestion | Json<SessionQuestion>;

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
>;

/** A question as a session holds it. */
export function toSessionItem({
  questionId,
  topic,
  memory,
  ...shown
}: Arrived): SessionItem<Shown> {
  return { questionId, topic, memory: toMemory(memory), shown };
}

function toMemory(wire: Arrived["memory"]): Memory {
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

import type { Memory } from "@/lib/domain/memory";
import type { Difference } from "@/lib/domain/difference";
import type { OwnWords, ShownText } from "@/lib/domain/own-words";
import type { KeyPoint } from "@/lib/domain/question";
import type { SessionItem } from "@/lib/domain/session";

/** A question of `/api/session` as it arrives: times are dates from a page, text from JSON. */
export type WireQuestion = {
  questionId: string;
  number: number | null;
  topic: string;
  topicPath: string[];
  versionId: string;
  prompt: string;
  promptHtml: string;
  answerHtml: string | null;
  own: OwnWords<ShownText>;
  changed: { prompt: Difference[] | null; answer: Difference[] | null } | null;
  keyPoints: KeyPoint[];
  memory: {
    state: Memory["phase"];
    step: number | null;
    stability: number | null;
    difficulty: number | null;
    reps: number;
    lapses: number;
    dueAt: Date | string | null;
    lastReviewedAt: Date | string | null;
    lastStudyDay: number | null;
  };
};

/** What a page needs to show a question. */
export type Shown = Omit<WireQuestion, "questionId" | "topic" | "memory">;

/** A question as a session holds it. */
export function toSessionItem({
  questionId,
  topic,
  memory,
  ...shown
}: WireQuestion): SessionItem<Shown> {
  return { questionId, topic, memory: toMemory(memory), shown };
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

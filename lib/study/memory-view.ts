import type { Learner } from "@/lib/db/learners";
import type { StoredMemory } from "@/lib/db/stored-memory";
import { isLeech } from "@/lib/domain/leech";
import type { MemoryView } from "@/lib/domain/memory";
import { retrievability } from "@/lib/domain/schedule";
import { studyDay } from "@/lib/domain/study-day";

/** A stored memory with its predicted recall at `now`. */
export function memoryView(stored: StoredMemory, learner: Learner, now: Date): MemoryView {
  const { memory, suspended, buriedUntil, flagged, slipping } = stored;
  const own = { suspended, buriedUntil, flagged, slipping };
  if (memory.phase === "new") return { ...NEVER, ...own };
  const { phase, stability, difficulty, dueAt, lastReviewedAt, reps, lapses } = memory;
  const { scheduling } = learner;
  return {
    state: phase,
    stability,
    difficulty,
    retrievability: retrievability(memory, studyDay(now, scheduling), scheduling.weights),
    dueAt,
    lastReviewedAt,
    reps,
    lapses,
    leech: isLeech(lapses),
    ...own,
  };
}

const NEVER = {
  state: "new",
  stability: null,
  difficulty: null,
  retrievability: null,
  dueAt: null,
  lastReviewedAt: null,
  reps: 0,
  lapses: 0,
  leech: false,
} as const;

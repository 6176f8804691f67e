/** What the model knows of one learner and one question. */
export type Memory = { phase: "new" } | SeenMemory;

export type SeenMemory = {
  phase: "learning" | "review" | "relearning";
  /** Place in the learning or relearning steps; 0 in review. */
  step: number;
  /** Days until recall falls to 90 %. */
  stability: number;
  /** 1 (easy) to 10. */
  difficulty: number;
  reps: number;
  /** Times a question in review was forgotten. */
  lapses: number;
  dueAt: Date;
  lastReviewedAt: Date;
  lastStudyDay: number;
};

export type Phase = Memory["phase"];

export const NEW_MEMORY: Memory = { phase: "new" };

/** A memory as the HTTP interface and the pages show it; numbers are null for a new question. */
export type MemoryView = {
  state: Phase;
  /** Days. */
  stability: number | null;
  /** 1–10. */
  difficulty: number | null;
  /** Predicted recall now, 0–1. */
  retrievability: number | null;
  dueAt: Date | null;
  lastReviewedAt: Date | null;
  reps: number;
  lapses: number;
  suspended: boolean;
  buriedUntil: Date | null;
  flagged: boolean;
  leech: boolean;
  /** Whether a key point was not recalled in two of its last three reviews. */
  slipping: boolean;
};

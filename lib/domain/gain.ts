import type { MemoryModel, Strength } from "./memory-model";

/**
 * How much likelier a question is recalled on a later day if it is reviewed on a day than if it is not,
 * 0–1, by what the model expects of the answer: a Good where it is recalled, else an Again that is set
 * right the same day. It can be below 0: a memory that is tried again at once gains nothing.
 */
export function gainOfReview(
  model: MemoryModel,
  memory: Strength & { lastDay: number },
  { day, until }: { day: number; until: number },
): number {
  const { stability, lastDay } = memory;
  const elapsed = day - lastDay;
  const recalled = model.recall(elapsed, stability);
  const kept = model.recall(until - day, model.stabilityAfter(memory, elapsed, 3));
  const relearned = model.recall(until - day, model.stabilityAfter(memory, elapsed, 1));
  return recalled * kept + (1 - recalled) * relearned - model.recall(until - lastDay, stability);
}

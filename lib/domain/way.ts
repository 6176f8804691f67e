/** How a question was recalled: only thought, typed, said aloud, or picked among its choices. */
export type Way = "think" | "type" | "say" | "pick";

/** Those that a learner chooses between; a question with choices is picked whatever was chosen. */
export const CHOSEN_WAYS = ["think", "type", "say"] as const satisfies readonly Way[];
export type ChosenWay = (typeof CHOSEN_WAYS)[number];

/** Whether something is a way to choose, wherever it comes from. */
export function isChosenWay(value: unknown): value is ChosenWay {
  return CHOSEN_WAYS.some((way) => way === value);
}

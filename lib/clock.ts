/** Where a use case learns the time, so that tests pick their dates. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

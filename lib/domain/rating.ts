/** How well an answer was recalled: 1 Again, 2 Hard, 3 Good, 4 Easy. */
export type Rating = 1 | 2 | 3 | 4;

export const RATINGS = [1, 2, 3, 4] as const;
export const RATING_NAMES = { 1: "Again", 2: "Hard", 3: "Good", 4: "Easy" } as const;

/** One value for each rating, under the names that the HTTP interface uses. */
export type PerRating<T> = { again: T; hard: T; good: T; easy: T };

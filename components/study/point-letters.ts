/** The keys that mark the points, in their order; an answer has at most twelve. */
export const POINT_LETTERS = "abcdefghijkl";

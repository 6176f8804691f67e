import type { PointOutcome } from "@/lib/domain/point-history";
import { NO_POINTS, type PointSums, type QuestionPoints } from "@/lib/domain/point-sums";
import { parsedJson } from "./json-columns";

const LETTERS = { recalled: "r", missed: "m", wrong: "w" } as const;
const OUTCOMES = new Map<string, PointOutcome>([
  ["r", "recalled"],
  ["m", "missed"],
  ["w", "wrong"],
]);

/**
 * How a question's points went, as its memory keeps it: JSON, an array of what is known of the shares, and
 * of an array a point. Null where nothing was assessed.
 */
export function pointsText({ points, shares }: QuestionPoints): string | null {
  if (points.length === 0) return null;
  const rows = points.map(({ id, lately, assessed, missed, wrong, predicted }) => [
    id,
    lately.map((outcome) => LETTERS[outcome]).join(""),
    assessed,
    missed,
    wrong,
    predicted.reviews,
    predicted.recalled,
    rounded(predicted.recall),
  ]);
  const { reviews, sum, squares } = shares;
  return JSON.stringify([[reviews, rounded(sum), rounded(squares)], ...rows]);
}

function rounded(sum: number): number {
  return Math.round(sum * 10_000) / 10_000;
}

/** What a memory keeps of points. What can't be read says nothing; the next review writes it again. */
export function readPoints(text: unknown): QuestionPoints {
  if (typeof text !== "string") return NO_POINTS;
  const [shares, ...rows] = listIn(parsedJson(text));
  const [reviews, sum, squares] = numbersIn(shares);
  if (reviews === undefined || sum === undefined || squares === undefined) return NO_POINTS;
  return { points: rows.flatMap(readPoint), shares: { reviews, sum, squares } };
}

function readPoint(row: unknown): PointSums[] {
  const [id, letters, ...numbers] = listIn(row);
  const [assessed, missed, wrong, reviews, recalled, recall] = numbersIn(numbers);
  if (typeof id !== "string" || typeof letters !== "string") return [];
  if (assessed === undefined || missed === undefined || wrong === undefined) return [];
  if (reviews === undefined || recalled === undefined || recall === undefined) return [];
  const lately = letters.split("").flatMap((letter) => OUTCOMES.get(letter) ?? []);
  return [{ id, lately, assessed, missed, wrong, predicted: { reviews, recalled, recall } }];
}

function numbersIn(all: unknown): number[] {
  return listIn(all).filter((one) => typeof one === "number");
}

function listIn(all: unknown): unknown[] {
  return Array.isArray(all) ? all : [];
}

import { exportEverything } from "@/lib/study/export-everything";
import type { Household } from "./store";

/** What tests look at of a review in an export. */
export type ExportedReview = Record<string, unknown> & {
  points: { keyPointId: string; outcome: string; recalled: boolean }[];
};

export type Exported = Record<string, { id: string }[]> & { reviews: ExportedReview[] };

/** All that is stored, as an export says it. */
export async function exported(household: Household): Promise<Exported> {
  let text = "";
  for await (const piece of (await exportEverything(household)).value) text += piece;
  return JSON.parse(text);
}

import type { KnownQuestion } from "@/lib/db/library/question-identities";
import type { QuestionRow } from "@/lib/db/library/write-questions";
import type { Matched } from "./match-drafts";

/** What can become of a question in a run. Each is counted once, under the first that fits. */
export const OUTCOMES = [
  "added",
  "split",
  "restored",
  "moved",
  "changed",
  "unchanged",
  "merged",
  "retired",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How many questions came to which outcome. */
export type Changes = Record<Outcome, number>;

export const NO_CHANGES: Changes = {
  added: 0,
  split: 0,
  restored: 0,
  moved: 0,
  changed: 0,
  unchanged: 0,
  merged: 0,
  retired: 0,
};

/** What of a question may be another than before. */
const DIFFERENCES = ["prompt", "answer", "spacing", "number", "tags", "topic", "file"] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** What became of one draft, and which question it is. */
export type QuestionOutcome = { id: string; outcome: Outcome; differences: Difference[] };

/** What becomes of a draft, given the row that it makes. */
export function outcomeOf(
  matched: Matched,
  row: QuestionRow,
  { isTagged, isOtherFile }: { isTagged: boolean; isOtherFile: boolean },
): QuestionOutcome {
  const { id, known, isSplit } = matched;
  if (!known) return { id, outcome: isSplit ? "split" : "added", differences: [] };
  // It stays put away, and what becomes of the document's copy is nobody's concern.
  if (known.mergedIntoId !== null) return { id, outcome: "unchanged", differences: [] };
  const isReworded = row.promptKey !== known.promptKey || row.answerHash !== known.answerHash;
  const differences = DIFFERENCES.filter(
    (difference) =>
      ({
        prompt: row.promptKey !== known.promptKey,
        answer: row.answerHash !== known.answerHash,
        spacing: !isReworded && isRewritten(matched),
        number: row.number !== known.number,
        tags: isTagged,
        topic: row.topicId !== known.topicId,
        file: isOtherFile,
      })[difference],
  );
  return { id, outcome: outcomeBy(known, differences), differences };
}

function outcomeBy({ retiredBy }: KnownQuestion, differences: readonly Difference[]): Outcome {
  if (retiredBy === "source") return "restored";
  if (differences.includes("topic") || differences.includes("file")) return "moved";
  return differences.length > 0 ? "changed" : "unchanged";
}

/** Whether a draft reads otherwise than the question's current version; a new one does. */
export function isRewritten({ known, versionHash }: Matched): boolean {
  return known?.versions[0]?.hash !== versionHash;
}

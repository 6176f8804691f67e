import { diffWordsWithSpace } from "diff";
import { versionsReadBefore } from "@/lib/db/study/versions";
import { type Difference, readableDifference } from "@/lib/domain/difference";
import type { Context } from "@/lib/use-case/context";
import type { QuestionChange } from "@/lib/wire/session";

/**
 * What changed in questions since the learner's last review of each: question id → the differences.
 * Versions are compared by hash; only what differs is compared word by word.
 */
export async function answerChanges(
  { database, learner }: Context,
  questionIds: readonly string[],
): Promise<Map<string, QuestionChange>> {
  const versions = await versionsReadBefore(database.read, learner.id, questionIds);
  return new Map(
    versions.map(({ questionId, prompt, answer, promptRead, answerRead }) => [
      questionId,
      {
        prompt: difference(promptRead, prompt),
        answer: difference(answerRead ?? "", answer ?? ""),
      },
    ]),
  );
}

// Two long texts with nothing in common take seconds; they are told as one for the other.
const MOST_EDITS = 2000;

function difference(old: string, now: string): Difference[] | null {
  if (old === now) return null;
  const found = diffWordsWithSpace(old, now, { maxEditLength: MOST_EDITS });
  const replaced = [
    { value: old, added: false, removed: true },
    { value: now, added: true, removed: false },
  ];
  return readableDifference(found ?? replaced);
}

import { mockReportAddress } from "@/lib/domain/mock";
import { draftNamed } from "./drafts";
import { has } from "./has";

/** What became of a question of a mock interview so far. */
export type MockAnswer = {
  questionId: string;
  typed: string;
  /** Of what was said, kept apart: one, or more where the page was left in the middle. */
  recordings: readonly string[];
  spentMs: number;
  /** When it was answered, RFC 3339; null while it is not. */
  endedAt: string | null;
  /** The grade that went out for it; null while it is not scored. */
  reviewId: string | null;
};

/** A mock interview under way in this browser. */
export type MockProgress = {
  id: string;
  /** Where it goes on. */
  address: string;
  answers: readonly MockAnswer[];
};

const kept = draftNamed("mock interview", isProgress);

/** The one that is under way; null for none. */
export function mockUnderWay(): MockProgress | null {
  return kept.kept();
}

/** Keeps what became of it so far, through reloads and closed tabs. */
export function keepMock(progress: MockProgress): void {
  kept.keep(progress);
}

/** Forgets the one under way, as far as it is this one. */
export function dropMock(id: string): void {
  if (mockUnderWay()?.id === id) kept.keep(null);
}

/** A mock interview as it was left, or its beginning; what the server knows as scored is no part of it. */
export function mockProgress(
  id: string,
  address: string,
  questionIds: readonly string[],
): MockProgress {
  const before = mockUnderWay();
  const known = before?.id === id ? before.answers : [];
  const answers = questionIds.map(
    (questionId) => known.find((one) => one.questionId === questionId) ?? unanswered(questionId),
  );
  return { id, address, answers };
}

function unanswered(questionId: string): MockAnswer {
  return { questionId, typed: "", recordings: [], spentMs: 0, endedAt: null, reviewId: null };
}

/** Where one under way goes on, and how far it is. */
export function whereMockIs({ id, address, answers }: MockProgress) {
  const answered = answers.filter(({ endedAt }) => endedAt !== null).length;
  const scored = answers.filter(({ reviewId }) => reviewId !== null).length;
  const isScored = scored === answers.length;
  return {
    answered,
    scored,
    of: answers.length,
    address: isScored ? mockReportAddress(id) : address,
  };
}

function isProgress(found: unknown): found is MockProgress {
  if (!has(found, "id") || !has(found, "address") || !has(found, "answers")) return false;
  return (
    typeof found.id === "string" && typeof found.address === "string" && isAnswers(found.answers)
  );
}

function isAnswers(found: unknown): boolean {
  return Array.isArray(found) && found.length > 0 && found.every((one) => has(one, "spentMs"));
}

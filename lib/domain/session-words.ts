import { counted } from "./counted";
import { grades, isUsedUp, type Session } from "./session";
import type { SessionLength, StudyScope } from "./study-scope";

/** What a session is of, as its page says it: `Practice of Terraform, 10 questions`. Null for all that waits, to its end. */
export function scopeName(scope: StudyScope, topicTitle: string | null): string | null {
  const of = topicTitle === null ? "" : ` of ${topicTitle}`;
  const length = scope.length && lengthText(scope.length);
  const name = nameOf(scope, of, topicTitle);
  if (name === null) return length && `${length} of what waits`;
  return length ? `${name}, ${length}` : name;
}

function nameOf(scope: StudyScope, of: string, topicTitle: string | null): string | null {
  switch (scope.mode) {
    case "practice":
      return practiceName(scope, of);
    case "ahead":
      return `Ahead of time${of}`;
    case "scheduled":
      return scope.weakest ? `The weakest${of}` : topicTitle;
  }
}

/** `Practice of what was missed`, by what it was chosen by. */
export function practiceName({ q, questions, missedIn }: StudyScope, of: string): string {
  if (q !== null) return `Practice of “${q}”${of}`;
  if (missedIn !== null) return "Practice of what was missed";
  if (questions.length === 1) return "Practice of one question";
  if (questions.length > 1) return `Practice of ${questions.length} questions`;
  return `Practice${of}`;
}

/** `10 questions`, `20 minutes` */
export function lengthText(length: SessionLength): string {
  return "questions" in length
    ? counted(length.questions, "question")
    : counted(length.minutes, "minute");
}

/** How many are to come yet: `12 left today.` Null where none are. */
export function leftText<Shown>(session: Session<Shown>, now: Date): string | null {
  const { mode, length, left } = session;
  if (left === 0 || isUsedUp(session, now)) return null;
  if (length && "questions" in length)
    return `${Math.min(left, length.questions - grades(session).length)} to go.`;
  return mode === "scheduled" ? `${left} left today.` : `${left} left.`;
}

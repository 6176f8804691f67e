import type { HeldBack, QueueCounts } from "./queue";
import { spokenTime } from "./spoken-time";

/** What waits, the same wherever it is told: `7 due, 2 in learning, 5 new`. Null where nothing does. */
export function waitingText({ new: unseen, learning, review }: QueueCounts): string | null {
  const parts = [
    review > 0 && `${review}\u00a0due`,
    learning > 0 && `${learning}\u00a0in\u00a0learning`,
    unseen > 0 && `${unseen}\u00a0new`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : parts.join(", ");
}

/** What the day's limits hold back, or the plan. Null where that is nothing. */
export function heldBackText({ new: unseen, review, byPlan }: HeldBack): string | null {
  const parts = [review > 0 && `${review}\u00a0due`, unseen > 0 && `${unseen}\u00a0new`];
  const text = parts.filter((part) => part !== false).join(" and ");
  if (text === "") return null;
  return byPlan ? `Your plan leaves ${text} for later.` : `Today's limits hold back ${text}.`;
}

/** Why there is nothing to study now, and when there will be. */
export function nothingWaitsText(
  { nextDueAt, heldBack }: { nextDueAt: Date | null; heldBack: HeldBack },
  now: Date,
  zone: string,
): string {
  if (nextDueAt && nextDueAt > now)
    return `Nothing is due until ${spokenTime(nextDueAt, now, zone)}.`;
  if (nextDueAt) return "The next question is due.";
  if (heldBackText(heldBack) === null) return "There is nothing to study.";
  return heldBack.byPlan ? "Today's part of your plan is done." : "Today's limit is reached.";
}

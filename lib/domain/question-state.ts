import { recallAt } from "./recall-at";
import type { Moment } from "./remembered";
import type { StudyDayRule } from "./settings";
import { spokenTime } from "./spoken-time";
import type { Standing } from "./standing";
import { studyDay } from "./study-day";
import { recallPercent } from "./topic";

/**
 * How a question stands, for a row of a list: when it comes up, and where that can be told how likely it
 * would be recalled. FSRS says nothing of the day of a grade.
 */
export function stateText(standing: Standing, moment: Moment, rule: StudyDayRule): string {
  const recall = questionRecallText(standing, moment);
  const away = awayText(standing, moment, rule);
  const parts = [away ?? comesText(standing, moment, rule), away === "suspended" ? null : recall];
  return parts.filter((part) => part !== null).join(", ");
}

function awayText(
  { suspended, buriedUntil }: Standing,
  { now }: Moment,
  { zone }: StudyDayRule,
): string | null {
  if (suspended) return "suspended";
  return buriedUntil && buriedUntil > now
    ? `put off until ${spokenTime(buriedUntil, now, zone)}`
    : null;
}

function comesText({ state, dueAt }: Standing, moment: Moment, rule: StudyDayRule): string {
  if (dueAt === null) return "new";
  const { now, endOfDay } = moment;
  if (state !== "review" && dueAt > now && dueAt < endOfDay)
    return `due at ${spokenTime(dueAt, now, rule.zone)}`;
  if (dueAt < endOfDay) return "due";
  const days = studyDay(dueAt, rule) - moment.studyDay;
  return days === 1 ? "due tomorrow" : `due in ${days}\u00a0d`;
}

/** How likely a question would be recalled, in words; null for one never seen. */
export function questionRecallText(standing: Standing, moment: Moment): string | null {
  if (standing.state === "new") return null;
  const recall = recallAt(moment)(standing);
  return recall === null ? "graded today" : `${recallPercent(recall)}\u00a0% recall`;
}

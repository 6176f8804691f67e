import { counted } from "@/lib/domain/counted";
import type { Readiness } from "@/lib/domain/readiness";
import { ratedIn, recallPercent, type TopicFigures } from "@/lib/domain/topic";

/** What would be recalled on the day, with its range; or why that can't be said. */
export function readinessText(told: Readiness | null, figures: TopicFigures): string {
  if (told === null) return "What you would recall can be said from tomorrow on";
  if (figures.seen === 0) return "You have seen nothing yet";
  return `You would recall ${recallPercent(told.readiness)}\u00a0%${rangeText(told)}`;
}

/** ` (58 to 70)`; nothing where both ends are the figure itself. */
export function rangeText({ readiness, low, high }: Readiness): string {
  const [from, to] = [recallPercent(low), recallPercent(high)];
  const is = recallPercent(readiness);
  return from === is && to === is ? "" : ` (${from} to ${to})`;
}

/** What a figure of readiness rests on. */
export function restsOnText(figures: TopicFigures): string {
  const { unseen, gradedToday } = figures;
  const parts = [
    `of ${counted(ratedIn(figures) + unseen, "question")} as things stand, by how much each topic matters`,
    `predicted by FSRS-6 from your grades; ${unseen} that you have not seen count as not recalled`,
    gradedToday > 0 && `${gradedToday} graded today can't be told`,
  ];
  return `${sentence(parts.filter((part) => part !== false).join("; "))}. Nine times of ten it lies within the range.`;
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

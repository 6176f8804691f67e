/** Median days between the last two times that a question is seen, and from the last one to the interview. */
export type Gap = { betweenDays: number; leftDays: number };

/**
 * Gaps that leave the best recall after a delay, as shares of it: 20–40 % of a week, about 20 % of a few
 * weeks, and less of months (Cepeda, Vul, Rohrer, Wixted & Pashler 2008, Psychological Science 19,
 * 1095–1102).
 */
function bestShare(leftDays: number): { from: number; to: number } {
  if (leftDays <= 10) return { from: 0.2, to: 0.4 };
  return leftDays <= 45 ? { from: 0.15, to: 0.25 } : { from: 0.05, to: 0.2 };
}

/** How planned gaps lie beside the best that was measured: a check on sense, not an aim of the plan. */
export function gapText({ betweenDays, leftDays }: Gap): string {
  const share = betweenDays / leftDays;
  const { from, to } = bestShare(leftDays);
  const lies = share < from ? "closer together" : share > to ? "wider" : "like that";
  const best = `${percent(from)} to ${percent(to)}\u00a0%`;
  return `In the middle, ${days(betweenDays)} lie between the last two times that you see a question, and ${days(leftDays)} between the last one and the interview: ${percent(share)}\u00a0% of that. Experiments recalled best with ${best} (Cepeda and others, 2008); these gaps are ${lies}.`;
}

function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}

function percent(share: number): number {
  return Math.round(100 * share);
}

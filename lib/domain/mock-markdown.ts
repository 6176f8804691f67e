import { firstLine } from "./first-line";
import { tookText } from "./mock-clock";
import type { FollowUp } from "./mock-follow-ups";
import { type MockPoint, pointsText, type Scored } from "./mock-score";
import type { PointOutcome } from "./point-history";
import { RATING_NAMES } from "./rating";

/** A report, as far as it is copied. */
export type CopiedReport = {
  title: string;
  /** What was measured, a sentence each. */
  measured: readonly string[];
  minutes: number;
  topics: readonly { title: string; items: readonly CopiedQuestion[] }[];
};

type CopiedQuestion = Scored & {
  prompt: string;
  durationMs: number;
  followUps: readonly FollowUp[];
};

/** A mock interview's report as Markdown, to be pasted anywhere. */
export function mockMarkdown({ title, measured, minutes, topics }: CopiedReport): string {
  const parts = topics.flatMap(({ title: topic, items }) => [
    `## ${topic}`,
    ...items.map((item) => questionPart(item, minutes * 60_000)),
  ]);
  return `${[`# ${title}`, ...measured, ...parts].join("\n\n")}\n`;
}

function questionPart(item: CopiedQuestion, limitMs: number): string {
  const { prompt, rating, points, durationMs, followUps } = item;
  const given = pointsText([item]);
  const facts = [RATING_NAMES[rating], ...(given ? [given] : []), tookText(durationMs, limitMs)];
  const asked = followUps.map(({ asks, because }) => `- ${asks} ${because}`);
  return [
    `### ${firstLine(prompt)}`,
    `${facts.join(", ")}.`,
    ...(points.length > 0 ? [points.map(pointLine).join("\n")] : []),
    ...(asked.length > 0 ? [`They would ask next:\n\n${asked.join("\n")}`] : []),
  ].join("\n\n");
}

function pointLine({ text, core, outcome }: MockPoint): string {
  return `- [${outcome === "recalled" ? "x" : " "}] ${text}${core ? " (core)" : ""}${OUTCOMES[outcome]}`;
}

const OUTCOMES: Record<PointOutcome, string> = {
  recalled: "",
  missed: ": missed",
  wrong: ": said wrongly",
};

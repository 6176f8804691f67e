import type { Pictures } from "@/lib/domain/picture";
import { LONGEST_ANSWER } from "@/lib/domain/question";
import { asWritten } from "@/lib/markdown/as-written";
import { type Urgency, workers } from "./worker-pool";

const LIMIT_MS = 1000;

/**
 * Markdown as safe HTML with its pictures, rendered in a worker. What is too long, or takes over a
 * second or too much memory, comes back as its own escaped text.
 */
export async function renderInWorker(
  markdown: string,
  { pictures = new Map(), urgency = "now" }: { pictures?: Pictures; urgency?: Urgency } = {},
): Promise<string> {
  if (markdown.length > LONGEST_ANSWER) return asWritten(markdown);
  const limits = { limitMs: LIMIT_MS, urgency };
  const rendered = await workers().perform("render", { markdown, pictures }, limits);
  return rendered.ok ? rendered.value : asWritten(markdown);
}

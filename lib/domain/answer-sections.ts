import { blocksOf } from "./html-blocks";

/** A part of a rendered answer; its title is HTML without links, null for what stands before the first. */
export type AnswerSection = { title: string | null; html: string };

/** The sections that an answer's uppermost headings make; of one that has fewer than two, none. */
export function answerSections(html: string): AnswerSection[] {
  const blocks = blocksOf(html);
  const headings = blocks.map(({ name }) => name).filter((name) => HEADING.test(name));
  const [uppermost] = headings.toSorted();
  if (headings.filter((name) => name === uppermost).length < 2) return [];
  const sections: AnswerSection[] = [];
  for (const { name, outer, inner } of blocks) {
    const last = sections.at(-1);
    if (name === uppermost) sections.push({ title: withoutTags(inner), html: outer });
    else if (last) last.html += outer;
    else sections.push({ title: null, html: outer });
  }
  return sections;
}

const HEADING = /^h[1-6]$/;

function withoutTags(html: string): string {
  return html.replaceAll(/<[^>]*>/g, "").trim();
}

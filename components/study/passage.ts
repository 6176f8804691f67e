/** A place in the Markdown of the document's answer. */
export type Place = { start: number; end: number };

/**
 * The blocks of a rendered answer that a place is made of: the innermost one that it begins in, and
 * those that begin before it ends.
 */
export function blocksAt(answer: HTMLElement | null, { start, end }: Place): HTMLElement[] {
  const blocks = [...(answer?.querySelectorAll<HTMLElement>("[data-document] [data-at]") ?? [])];
  const first = blocks.findLast((block) => at(block) <= start) ?? blocks[0];
  const chosen = blocks.filter(
    (block) => block === first || (at(block) > start && at(block) < end),
  );
  return chosen.filter(
    (block) => !chosen.some((other) => other !== block && other.contains(block)),
  );
}

function at({ dataset }: HTMLElement): number {
  return Number(dataset["at"]);
}

/** The same as HTML of its own, of what `lib/markdown` made safe. */
export function passageHtml(blocks: readonly HTMLElement[]): string {
  return blocks.map(standingAlone).join("");
}

function standingAlone(block: HTMLElement): string {
  const copy = block.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return "";
  for (const named of [copy, ...copy.querySelectorAll("[id]")]) named.removeAttribute("id");
  for (const placed of [copy, ...copy.querySelectorAll("[data-at]")])
    placed.removeAttribute("data-at");
  const html = copy.outerHTML;
  if (block.matches("tr")) return `<div class="scroll"><table><tbody>${html}</tbody></table></div>`;
  return block.matches("li") ? `<ul>${html}</ul>` : html;
}

/** Scrolls to a place and marks it. */
export function showPlace(answer: HTMLElement | null, place: Place): void {
  const [first] = blocksAt(answer, place);
  if (!first) return;
  for (const other of answer?.querySelectorAll(".place") ?? []) other.classList.remove("place");
  first.classList.add("place");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  first.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "center" });
}

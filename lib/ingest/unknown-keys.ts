import type { Problem } from "@/lib/domain/problem";

/** More of the same in one front matter would only be long. */
export const MOST_TOLD = 20;

/** A warning for each key of front matter that is neither ours nor known to be another program's, for the first of many. */
export function unknownKeys(
  data: unknown,
  known: readonly string[],
  lineOf: (key: string) => number,
): Problem[] {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return [];
  return Object.keys(data)
    .filter((key) => !known.includes(key) && !isForeign(key))
    .slice(0, MOST_TOLD)
    .map((key) => {
      const near = nearest(key, known);
      return {
        line: lineOf(key),
        severity: "warning",
        code: "unknown-front-matter-key",
        message: `Front matter: nothing is known by the name “${key.slice(0, 60)}”.`,
        remedy: near ? `Write ${near}, if you meant that.` : `Use one of ${known.join(", ")}.`,
      };
    });
}

/** Keys of Jekyll, Hugo, Eleventy, Docusaurus, VuePress, VitePress, Obsidian and its plugins, which say nothing of questions. */
const FOREIGN = new Set(
  [
    "actions aliases alias author author_image_url author_title author_url authors banner canonical category categories comments cover created createdat",
    "css cssclass cssclasses custom_edit_url date deck description displayed_sidebar draft editlink excerpt featured features",
    "footer head heroimage herotext home icon lastreviewed sitemap star tagline toc_max_heading_level",
    "hero hide_table_of_contents hide_title image img index keywords kind lang language lastmod lastupdated",
    "layout level link math menu meta mermaid modified nav_order navigation next order outline pagination_label",
    "pagination_next pagination_prev parent permalink prev private published publishdate pubdate redirect_from",
    "seo series shorttitle sidebar sidebar_label sidebar_position sidebarorder slug source status subtitle summary",
    "template theme thumbnail time toc type updated updatedat url uuid version weight",
  ]
    .flatMap((keys) => keys.split(" "))
    .concat("target deck", "file tags"),
);

function isForeign(key: string): boolean {
  return FOREIGN.has(key.toLowerCase()) || key.startsWith("sr-");
}

/** The known key that an unknown one is a slip of the pen away from; null when none is. */
function nearest(key: string, known: readonly string[]): string | null {
  const [best] = known
    .map((name) => ({ name, distance: distance(plain(key).slice(0, 30), plain(name)) }))
    .toSorted((a, b) => a.distance - b.distance);
  return best && best.distance <= 2 && best.distance < best.name.length - 1 ? best.name : null;
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll(/[^a-z]/g, "");
}

/** Levenshtein's: how many letters to add, drop or change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of a.split("").entries()) {
    const next = [i + 1];
    for (const [j, other] of b.split("").entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

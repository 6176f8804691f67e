import type { Heading, PhrasingContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { withoutRemarks } from "./comments";

/**
 * A line as it is written, with its code, links and pictures, but without what is around all of it
 * (emphasis, a link to the line itself) and without HTML that only lays out.
 */
export function writtenText(source: string, nodes: readonly PhrasingContent[]): string {
  const inner = unwrapped(nodes);
  const start = inner[0]?.position?.start.offset;
  const end = inner.at(-1)?.position?.end.offset;
  return start === undefined ? "" : withoutLayout(source.slice(start, end));
}

function unwrapped(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const shown = nodes.filter((node) => !isEmpty(node));
  const [only] = shown;
  if (!only || shown.length > 1) return shown;
  const isAround =
    only.type === "strong" ||
    only.type === "emphasis" ||
    (only.type === "link" && only.url.startsWith("#"));
  return isAround ? unwrapped(only.children) : shown;
}

/** An anchor, a space, or a link of one sign to the line itself. */
function isEmpty(node: PhrasingContent): boolean {
  if (node.type === "html") return /^<\/?(?:a|br|span|b|strong)\b/i.test(node.value);
  if (node.type === "link") return node.url.startsWith("#") && toString(node).trim().length <= 1;
  return node.type === "text" && node.value.trim() === "";
}

/** Markdown without tags that only lay it out: `<b>`, `<br>`, `<p align>`; code in tags as code. */
export function withoutLayout(markdown: string): string {
  if (!/[<&]/.test(markdown)) return markdown.trim();
  return withoutRemarks(markdown)
    .replaceAll(CODE_OR_TAG, (text, tag?: string) => {
      if (tag === undefined) return text;
      const name = tag.toLowerCase();
      if (name === "code" || name === "kbd") return "`";
      if (name === "i" || name === "em") return "*";
      return name === "br" ? "\n" : "";
    })
    .replaceAll("&nbsp;", " ")
    .replaceAll(/(?<![ \t])[ \t]+$/gm, "")
    .trim();
}

// Code first, so that the tags which it shows stay.
const CODE_OR_TAG =
  /`[^`\n]*`|<\/?(a|b|br|center|code|div|em|font|h[1-6]|i|kbd|p|small|span|strong|u)(?:\s[^<>]*)?\/?>/gi;

/** A topic's name without the decoration of its heading: number, emoji, anchor, count. */
export function topicName(heading: Heading): string {
  const text = toString(heading, { includeHtml: false, includeImageAlt: false });
  const plain = text
    .replaceAll(EMOJI, " ")
    .replaceAll(/\s+/g, " ")
    .replace(/^(?:[\s#¶»›>|•·–—-]|\[[^\p{L}\p{N}]*\])+/u, "")
    .replace(/^(?:\d+(?:\.\d+)*[.):]\s*(?=[^\s\d])|\d+(?:\.\d+)+\s+(?=\S))/, "")
    .replace(/\s*\(\d+\)$/, "")
    .replace(/(?:\s+#+|(?<![\s¶:])[\s¶:]+)$/, "")
    .trim();
  return calm(plain === "" ? text.trim() : plain);
}

/** A picture or flag with its modifiers, a keycap, or a name that GitHub shows as one. */
export const EMOJI =
  /(?:\p{Extended_Pictographic}|\p{Regional_Indicator})(?:\p{Emoji_Modifier}|\ufe0f|\u200d)*|[\d#*]\ufe0f?\u20e3|:[a-z_]+[a-z0-9_]*:/gu;

/** `INTRODUCTION` → `Introduction`; short words in capitals are likelier abbreviations. */
function calm(title: string): string {
  if (title !== title.toUpperCase() || !/\p{L}{6}/u.test(title)) return title;
  return title.replaceAll(/\p{Lu}{6,}/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}

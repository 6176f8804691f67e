import type { List, Nodes, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { asks } from "./question-words";

/** What collections carry beside questions: rules, breaks, comments, and links back to the top. */
export function isBoilerplate(block: RootContent): boolean {
  if (UNSEEN.has(block.type)) return true;
  if (block.type === "html") return isEmptyHtml(block.value) || BACK_TO_TOP.test(block.value);
  // Where its list ends, a link back up that is indented as the list was is code to the parser.
  if (block.type === "code")
    return !block.lang && block.value.length <= 80 && WAY_UP.test(block.value);
  return block.type === "paragraph" && isAside(block);
}

/** A rule, and what is shown elsewhere, where something refers to it. */
const UNSEEN = new Set<RootContent["type"]>(["thematicBreak", "definition", "footnoteDefinition"]);

const WAY_UP = /^[*_[]+[^\n]*(?:\btop\b|⬆)[^\n]*\]\(#[^\n]*$/i;

/** Whether blocks say anything. */
export function hasText(blocks: readonly RootContent[]): boolean {
  return !blocks.every(isBoilerplate);
}

/** Blocks as they go to a question: without boilerplate, in runs of neighbours. */
export function runsOf(
  blocks: readonly RootContent[],
  isOut: (block: RootContent) => boolean = () => false,
): RootContent[][] {
  const last = blocks.findLastIndex((block) => !isBoilerplate(block) && !isOut(block));
  const first = blocks.findIndex((block) => !isBoilerplate(block) && !isOut(block));
  const runs: RootContent[][] = [[]];
  for (const block of first === -1 ? [] : blocks.slice(first, last + 1)) {
    // Within a text a rule or a break is the author's.
    if (isOut(block) || (isBoilerplate(block) && block.type === "paragraph")) runs.push([]);
    else runs.at(-1)?.push(block);
  }
  return runs.filter(({ length }) => length > 0);
}

function isEmptyHtml(html: string): boolean {
  // A comment that nothing ends is looked for no further than the last end of any: thousands would be
  // sought to the end of the text.
  const commented = html.slice(0, html.includes("-->") ? html.lastIndexOf("-->") + 3 : 0);
  const shown =
    commented.replaceAll(/<!--[\s\S]*?-->|<[^<>]*>|&nbsp;/g, "") +
    html.slice(commented.length).replaceAll(/<[^<>]*>|&nbsp;/g, "");
  return shown.trim() === "" && !SHOWS.test(html);
}

const SHOWS = /<(?:img|picture|video|iframe|svg|details|table|input)\b/i;

// `**[⬆ Back to Top](#contents)**`, `[[↑] Back to top](#toc)`, `[Edit answer](https://…)`
function isAside(block: RootContent): boolean {
  const text = toString(block, { includeHtml: false }).trim();
  if (text.length > 80) return false;
  return BACK_TO_TOP.test(text) || text === "" || (isContentsTitle(text) && isLinkLine(block));
}

const BACK_TO_TOP =
  /\b(?:back|return|go|scroll) (?:to|up to) (?:the )?(?:top|contents?|table of contents|menu|start|index|questions?)\b|^\W*(?:top|edit answer)\W*$|⬆|回到顶部|返回(?:顶部|目录)/iu;

/** Whether a heading is over a list of what is in the document. */
export function isContentsTitle(title: string): boolean {
  return CONTENTS_TITLE.test(title.replaceAll(/[^\p{L}\p{N} ]+/gu, " ").trim());
}

const CONTENTS_TITLE =
  /^(?:(?:table of )?contents?(?: .*)?|toc|index|目录|оглавление|содержание)$/iu;

/** Whether a heading names a part of a collection that asks nothing: contents, licence, thanks. */
export function isBoilerplateTitle(title: string): boolean {
  if (title.endsWith("?") && !ABOUT_ITSELF.test(title)) return false;
  return (
    isContentsTitle(title) ||
    FURNITURE_TITLE.test(title.replaceAll(/[^\p{L}\p{N}'&/ ]+/gu, " ").trim())
  );
}

// “What is support vector regression?” is no section on support.
const ABOUT_ITSELF = /contribute|where |(?:use|help) (?:it|this)|next/i;

const FURNITURE_TITLE = new RegExp(
  `^(?:${[
    "(?:\\p{L}+ ){0,2}(?:check ?lists?|to ?dos?|roadmap|study plan)",
    "(?:licen[sc]e|copyright|disclaimer|credits?|authors?|maintainers?|contributors?)(?: .*)?",
    "contribut(?:e|ing|ions?)(?: .*)?|how (?:to|can i|do i) (?:contribute|help|use|install|run|build)(?: to)?(?: (?:it|this.*|the (?:repo|list|project).*))?",
    "(?:our )?sponsors?(?: .*)?|backers|donat(?:e|ions?)(?: .*)?|support(?: .*)?",
    "acknowledge?ments?|thanks(?: .*)?|special thanks|star history|stargazers(?: .*)?",
    "(?:available )?(?:translations?|languages)|read (?:this )?in other languages",
    "(?:related|similar) (?:topics?|projects?|repos?(?:itories)?|work)|see also|what'?s next|(?:what|where) to (?:\\p{L}+ )?next|next steps?",
    "(?:additional|useful|further|more|external|recommended)? ?(?:links|resources|references?|reading|readings)",
    "introduction|overview|preface|prologue|conclusion|changelog|installation|getting started|prerequisites|usage",
    "about(?: (?:this|the|me|us|author).*)?|where (?:are|can i find) the answers|ссылки",
  ].join("|")})$`,
  "iu",
);

/** A list or table of links: contents, languages, badges, related projects. */
export function isLinkList(block: RootContent): boolean {
  if (block.type === "list") {
    const lines = linesOf(block);
    return lines.filter(isLinkLine).length * 2 > lines.length;
  }
  if (block.type !== "table") return false;
  const rows = block.children.slice(1);
  return rows.filter(({ children }) => children.some(isLinkLine)).length * 2 > rows.length;
}

/** Lines of a list and of the lists in it. */
function linesOf(list: List): Nodes[] {
  return list.children.flatMap(({ children }) =>
    children.flatMap((child) => (child.type === "list" ? linesOf(child) : child)),
  );
}

/**
 * A line that is a link and nothing more, or that leads to another line of its document. One that
 * asks something and leads to another site is a question that links to its source.
 */
export function isLinkLine(line: Nodes): boolean {
  if (!("children" in line)) return false;
  const shown = line.children.filter((node) => !isBlank(node));
  const [only] = shown;
  if (only && shown.length === 1) {
    if (only.type === "link") return !/^https?:/i.test(only.url) || !asks(toString(only));
    return isEmphasis(only) && isLinkLine(only);
  }
  return shown.some((node) => node.type === "link" && node.url.startsWith("#"));
}

function isEmphasis(node: Nodes): boolean {
  return node.type === "strong" || node.type === "emphasis";
}

function isBlank(node: Nodes): boolean {
  if (node.type === "html" || node.type === "image") return true;
  return node.type === "text" && /^[\s\d.:|✓✔]*$/.test(node.value);
}

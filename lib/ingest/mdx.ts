import { type Line, linesOf } from "./lines";

/** Whether a file may hold JSX among its Markdown, by its name. */
export function isMdx(path: string): boolean {
  return /\.mdx$/i.test(path);
}

/**
 * The Markdown of an MDX document: without imports, exports, comments in braces, and the tags of
 * components, whose content stays. Its lines keep their numbers, and code is left alone.
 */
export function withoutMdx(text: string): string {
  let markdown = "";
  let from = 0;
  for (const { start, end } of codeIn(linesOf(text))) {
    markdown += withoutJsx(text.slice(from, start)) + text.slice(start, end);
    from = end;
  }
  return markdown + withoutJsx(text.slice(from));
}

const FENCE = /^[ \t]*(`{3,}|~{3,})(.*)$/;

/** Where fenced code stands, from the line that opens it to the one that closes it. */
function codeIn(lines: readonly Line[]): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let open: { mark: string; start: number } | null = null;
  for (const { text, start } of lines) {
    const [, mark = "", info = ""] = FENCE.exec(text) ?? [];
    if (open === null && mark !== "") open = { mark, start };
    else if (open !== null && mark.startsWith(open.mark) && info.trim() === "") {
      found.push({ start: open.start, end: start + text.length });
      open = null;
    }
  }
  return found;
}

function withoutJsx(text: string): string {
  return withoutModules(text).replaceAll(CODE_OR_JSX, (all) =>
    all.startsWith("`") ? all : lineEnds(all),
  );
}

// Code first, so that the components which it shows stay.
const CODE_OR_JSX =
  /`[^`\n]*`|\{\/\*(?:(?!\*\/|\{\/\*)[^])*\*\/\}|<\/?[A-Z][\w.]*(?:\s(?:[^<>{}]|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})*)?\/?>|<\/?>/g;

/** Without the statements that begin at the margin, each up to the blank line after its last brace. */
function withoutModules(text: string): string {
  let isWithin = false;
  let braces = 0;
  const kept = text.split("\n").map((line, i, lines) => {
    const isBlank = line.trim() === "";
    if (isBlank && braces <= 0) isWithin = false;
    else if (!isWithin && /^(?:import|export)\b/.test(line)) {
      isWithin = (lines[i - 1] ?? "").trim() === "";
      braces = 0;
    }
    if (!isWithin) return line;
    braces += (line.match(/[{([]/g)?.length ?? 0) - (line.match(/[})\]]/g)?.length ?? 0);
    return "";
  });
  return kept.join("\n");
}

function lineEnds(text: string): string {
  return text.replaceAll(/[^\r\n]/g, "");
}

import { renderMermaidSVG } from "beautiful-mermaid";
import { drawableSource, firstLine, isDrawableKind, isTooLarge } from "./diagram-source";
import { darkDiagram, type DiagramTheme, lightDiagram } from "./diagram-theme";

/** Both drawings of one diagram, each a whole SVG file, and their size in CSS pixels. */
export type Drawing = { light: string; dark: string; width: number; height: number };

const LONGEST = 20_000;
const FONTS = `system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif`;

/**
 * Why a mermaid diagram can't be drawn, as a sentence for people, or null when it can. It has to draw
 * it to find out: milliseconds for a usual one, a second or two for the largest.
 */
export function diagramFault(code: string): string | null {
  const drawn = drawDiagram(code);
  return typeof drawn === "string" ? drawn : null;
}

/** Draws a mermaid diagram for both themes, or says in a sentence why it can't. Never throws. */
export function drawDiagram(code: string): Drawing | string {
  if (code.length > LONGEST)
    return "The diagram is longer than 20,000 characters, so it is shown as text.";
  const source = drawableSource(code);
  if (source === "") return "The diagram is empty.";
  if (!isDrawableKind(source))
    return `A diagram that begins “${firstLine(source).slice(0, 40)}” is shown as text: only flowcharts, state, sequence, class and ER diagrams are drawn.`;
  try {
    if (isTooLarge(source))
      return "The diagram has more than 200 boxes or arrows, so it is shown as text.";
    return bothThemes(renderMermaidSVG(source, { transparent: true, padding: 12 }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `The diagram can't be drawn, so it is shown as text: ${reason}`;
  }
}

// One layout, coloured twice: laying out is what takes the time.
function bothThemes(svg: string): Drawing | string {
  const size = / width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const [width, height] = [size[1], size[2]].map((length) => Math.ceil(Number(length)));
  if (!width || !height) return "The diagram names nothing that could be drawn.";
  const drawing = restyled(svg);
  const light = coloured(drawing, lightDiagram);
  const dark = coloured(drawing, darkDiagram);
  return { light, dark, width, height };
}

// The drawing's own stylesheet fetches a web font, and prints small words too faint to read.
function restyled(svg: string): string {
  return svg.replace(/<style>[^]*?<\/style>/, (style) =>
    style
      .replace(/@import url\([^)]*\);/g, "")
      .replace(/text \{[^}]*\}/, `text { font-family: ${FONTS}; }`)
      .replace(/--_text-faint:[^;]*;/, "--_text-faint: var(--muted);"),
  );
}

function coloured(svg: string, { paper, ink, muted, line }: DiagramTheme): string {
  const variables = `--bg:${paper};--fg:${ink};--muted:${muted};--line:${line};--border:${line}`;
  return svg.replace(/style="--bg:[^"]*"/, `style="${variables}"`);
}

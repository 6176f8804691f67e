import { type MermaidGraph, parseMermaid } from "beautiful-mermaid";

const FLOW = /^(graph|flowchart)\s+(TD|TB|LR|BT|RL)$|^stateDiagram(-v2)?$/i;
const OTHERS = /^(sequence|class|er)Diagram$/i;
const MOST_DRAWN = 200;
const MOST_TOLD = 12;

/** Whether a drawable source (below) begins as one of the kinds that can be drawn. */
export function isDrawableKind(source: string): boolean {
  const header = firstLine(source);
  return FLOW.test(header) || OTHERS.test(header);
}

/**
 * Whether a flowchart or state diagram has over 200 boxes or arrows: 200 take up to a second to lay
 * out, 400 five, a few thousand all memory.
 */
export function isTooLarge(source: string): boolean {
  if (!FLOW.test(firstLine(source))) return false;
  // "A & B --> C & D" multiplies, so it has to be refused before it is parsed.
  if (source.split("\n").some((line) => line.split("&").length > 40)) return true;
  const { nodes, edges } = parseMermaid(source);
  return nodes.size > MOST_DRAWN || edges.length > MOST_DRAWN;
}

/** The line that names a diagram's kind. */
export function firstLine(source: string): string {
  return source.split("\n", 1)[0] ?? "";
}

/**
 * The lines of a mermaid diagram that say what to draw, first its kind: without front matter,
 * comments, control characters (not XML) and the author's own colours.
 */
export function drawableSource(code: string): string {
  const lines = code
    .replace(/^\s*---\n[^]*?\n---\s*\n/, "")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("%%"));
  const header = (lines.shift() ?? "").replace(/;$/, "").replace(/^(graph|flowchart)$/i, "$1 TD");
  if (!FLOW.test(header)) return [header, ...lines].join("\n");
  // Colours chosen for one theme can't be read in the other.
  const drawn = lines.filter((line) => !/^(style|classDef|linkStyle)\s/.test(line));
  return [header, ...drawn.map((line) => line.replace(/;$/, ""))].join("\n");
}

/** What a drawing shows, for those who don't see it: "Diagram: A → B (yes); B → C". */
export function describeDiagram(code: string): string {
  const source = drawableSource(code);
  if (!FLOW.test(firstLine(source))) return "Diagram. What it says is in the text below it.";
  const graph = parseMermaid(source);
  const arrows = graph.edges.slice(0, MOST_TOLD).map((edge) => arrow(graph, edge));
  const rest = graph.edges.length - arrows.length;
  if (rest > 0) arrows.push(`and ${rest} more, in the text below it`);
  if (arrows.length === 0)
    return `Diagram: ${[...graph.nodes.keys()].map(named(graph)).join(", ")}`;
  return `Diagram: ${arrows.join("; ")}`;
}

function arrow(graph: MermaidGraph, edge: MermaidGraph["edges"][number]): string {
  const [from, to] = [edge.source, edge.target].map(named(graph));
  const sign = edge.hasArrowEnd ? (edge.hasArrowStart ? "↔" : "→") : "–";
  return `${from} ${sign} ${to}${edge.label ? ` (${plain(edge.label)})` : ""}`;
}

function named(graph: MermaidGraph) {
  return (id: string): string => {
    const node = graph.nodes.get(id);
    if (node?.shape === "state-start") return "start";
    if (node?.shape === "state-end") return "end";
    return plain(node?.label ?? id);
  };
}

function plain(label: string): string {
  return label
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

import type { Element, Root } from "hast";
import { toString } from "mdast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import { element } from "./element";

// Setting one takes 0.2 ms; a text may hold as many as it likes.
const MOST = 500;
const LONGEST = 5000;
// Longer than this an inline formula may be wider than a phone.
const WIDE = 30;
// A formula that defines its own macros can grow without end.
const DEFINES = /\\([egx]?def|let|futurelet|global|(re|provide)?newcommand|providecommand)\b/;

/** KaTeX's limits: MathML alone, nothing fetched or linked, sizes in em. */
export const KATEX = {
  output: "mathml",
  strict: "ignore",
  trust: false,
  maxExpand: 1000,
  maxSize: 20,
  // No colour: the mark of what KaTeX does not know or not allow.
  errorColor: "fault",
} as const;

/**
 * Puts each formula into an element that scrolls where it is wide and keeps its source, for KaTeX to
 * fill. What KaTeX should not be given stays code, as written.
 */
export function rehypeFormulas() {
  return (tree: Root): void => {
    let count = 0;
    visit(tree, "element", (node, index, parent) => {
      const formula = formulaIn(node);
      if (!formula || !parent || index === undefined) return undefined;
      count += 1;
      const { tex, written } = formula;
      const refused = count > MOST || tex.length > LONGEST || DEFINES.test(tex);
      parent.children[index] = refused ? asCode(node, written) : framed(node, formula);
      return SKIP;
    });
  };
}

/** What KaTeX could not set becomes code, as written; of the rest goes what would clash with a theme. */
export function rehypeSetFormulas() {
  return (tree: Root): void => {
    visit(tree, "element", (node, index, parent) => {
      const { dataFormula: written, ...properties } = node.properties;
      if (typeof written !== "string" || !parent || index === undefined) return undefined;
      const [set] = node.children;
      if (set?.type !== "element" || !isSet(set)) {
        parent.children[index] = asCode(node, written);
        return SKIP;
      }
      visit(set, "element", tidy);
      node.properties = properties;
      node.children = set.children;
      return SKIP;
    });
  };
}

type Formula = { tex: string; written: string; display: boolean };

function formulaIn(node: Element): Formula | null {
  const [code] = node.tagName === "pre" ? node.children : [node];
  if (code?.type !== "element" || code.tagName !== "code") return null;
  const classes = code.properties.className;
  if (!Array.isArray(classes) || !classes.includes("language-math")) return null;
  const tex = toString(code);
  if (node.tagName === "pre") return { tex, written: `$$\n${tex.trimEnd()}\n$$`, display: true };
  const display = classes.includes("math-display");
  return { tex, written: display ? `$$${tex}$$` : `$${tex}$`, display };
}

function framed(node: Element, { tex, written, display }: Formula): Element {
  const scrolls = { tabIndex: 0, role: "group", ariaLabel: "Formula" };
  const className = display ? ["formula", "formula-apart"] : ["formula"];
  const isWide = display || tex.length > WIDE;
  const properties = { className, dataFormula: written, ...(isWide && scrolls) };
  return element(node.tagName === "pre" ? "div" : "span", properties, node);
}

function asCode({ tagName }: Element, written: string): Element {
  const code = element("code", {}, written);
  return tagName === "pre" || tagName === "div" ? element("pre", {}, code) : code;
}

function isSet(node: Element): boolean {
  let faults = 0;
  visit(node, "element", ({ properties }) => {
    if (properties["mathcolor"] === KATEX.errorColor) faults += 1;
  });
  const [math] = node.children;
  return faults === 0 && math?.type === "element" && math.tagName === "math";
}

// An author's colours can't be read in both themes.
function tidy({ properties }: Element): void {
  for (const name of ["style", "mathcolor", "mathbackground"]) delete properties[name];
}

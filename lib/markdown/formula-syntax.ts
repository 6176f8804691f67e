import type { Root } from "mdast";
import type { Construct, Point } from "micromark-util-types";
import type { Plugin } from "unified";
import { visit } from "unist-util-visit";
import { type FormulaPlaces, formulaPlaces } from "./formula-places";

const DOLLAR = 36;

/**
 * Holds remark-math, used before it, to where `formulaPlaces` finds formulas. `$$…$$` within text
 * stands apart, as in Pandoc.
 */
export const remarkFormulas: Plugin<[], Root> = function () {
  const { parser } = this;
  const math = this.data().micromarkExtensions?.pop();
  const [flow, text] = [math?.flow?.[DOLLAR], math?.text?.[DOLLAR]];
  if (!parser || !flow || !text || Array.isArray(flow) || Array.isArray(text))
    throw new Error("remark-math is not what remarkFormulas was written for");
  let places: FormulaPlaces = formulaPlaces("");
  this.parser = (markdown, file) => {
    places = formulaPlaces(markdown);
    return parser(markdown, file);
  };
  this.data().micromarkExtensions?.push({
    flow: { [DOLLAR]: where(flow, ({ line }) => places.lines.has(line)) },
    text: { [DOLLAR]: where(text, ({ offset }) => places.offsets.has(offset)) },
  });
  return (tree: Root, file: { toString(): string }): void => {
    visit(tree, "inlineMath", ({ data, position }) => {
      const isApart = file.toString().startsWith("$$", position?.start.offset);
      if (data && isApart) data.hProperties = { className: ["language-math", "math-display"] };
    });
  };
};

/** The construct, but only where it may begin. */
function where(construct: Construct, isPlace: (point: Point) => boolean): Construct {
  const { tokenize } = construct;
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return isPlace(this.now()) ? tokenize.call(this, effects, ok, nok) : nok;
    },
  };
}

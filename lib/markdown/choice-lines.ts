import type { PhrasingContent, Root, Text } from "mdast";
import { toString } from "mdast-util-to-string";
import { visit } from "unist-util-visit";

/**
 * Choices that are written below each other, `A: …` and on the next line `B: …`, are shown so:
 * Markdown would run their lines together.
 */
export function remarkChoiceLines() {
  return (tree: Root): void => {
    visit(tree, "paragraph", (node) => {
      if (!CHOICES.test(toString(node))) return;
      node.children = node.children.flatMap((child) =>
        child.type === "text" ? brokenBeforeChoices(child) : [child],
      );
    });
  };
}

function brokenBeforeChoices({ value }: Text): PhrasingContent[] {
  return value
    .split(BEFORE_CHOICE)
    .flatMap((line, i): PhrasingContent[] =>
      i === 0
        ? [{ type: "text", value: line }]
        : [{ type: "break" }, { type: "text", value: line }],
    );
}

const CHOICES = /^\(?[Aa][.:)]\s.*\n\(?[Bb][.:)]\s/m;
/** The end of a line before one that begins with a choice. */
const BEFORE_CHOICE = /\n(?=\(?[A-Ha-h][.:)](?:\s|$))/;

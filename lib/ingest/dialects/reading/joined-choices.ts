import type { Paragraph, Root, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { lineEndBetween } from "./first-line";

/** A tree with choices that are paragraphs of their own, `A. …` and below it `B. …`, as one paragraph. */
export function withChoicesJoined(tree: Root): Root {
  const children: RootContent[] = [];
  let choices: Paragraph[] = [];
  const close = () => {
    children.push(...(choices.length > 1 ? [together(choices)] : choices));
    choices = [];
  };
  for (const block of tree.children) {
    const letter = block.type === "paragraph" ? letterOf(block) : -1;
    if (letter !== choices.length) close();
    if (block.type === "paragraph" && letter === choices.length) choices.push(block);
    else children.push(block);
  }
  close();
  return children.length === tree.children.length ? tree : { ...tree, children };
}

/** 0 for `A. …`, 1 for `B) …`; -1 for what is no choice, or more than one. */
function letterOf({ children: [first], position }: Paragraph): number {
  if (first?.type !== "text" && first?.type !== "strong") return -1;
  const text = toString(first);
  const [, letter] = /^\(?([A-H])[.:)](?:\s|$)/.exec(text) ?? [];
  const isOneLine = position?.start.line === position?.end.line;
  return letter === undefined || !isOneLine ? -1 : letter.charCodeAt(0) - "A".charCodeAt(0);
}

function together(choices: readonly Paragraph[]): Paragraph {
  const [first, last] = [choices[0], choices.at(-1)];
  const children = choices.flatMap((choice, i) => [
    ...lineEndBetween(choices[i - 1]?.children.at(-1), choice.children[0]),
    ...choice.children,
  ]);
  if (!first?.position || !last?.position) return { type: "paragraph", children };
  const position = { start: { ...first.position.start }, end: { ...last.position.end } };
  return { type: "paragraph", children, position };
}

/** Numbers from 0 up to and without `below`, the same for the same seed (Mulberry32). */
export type Dice = (below: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** A document by a grammar of all the shapes that are read, then bent; one in three in its bytes. */
export function mutatedDocument(dice: Dice): Uint8Array {
  const lines = document(dice).split("\n");
  for (let i = dice(6); i > 0; i -= 1) oneOf(dice, BENDS)(lines, dice);
  const bytes = new TextEncoder().encode(lines.join(oneOf(dice, ["\n", "\n", "\n", "\r\n"])));
  if (dice(3) === 0) for (let i = 1 + dice(8); i > 0; i -= 1) bytes[dice(bytes.length)] = dice(256);
  return bytes;
}

function document(dice: Dice): string {
  const shapes = times(dice, 2, () => oneOf(dice, SHAPES));
  const parts = times(dice, 6, () =>
    oneOf(dice, [topic, oneOf(dice, shapes), oneOf(dice, shapes)]),
  );
  return [oneOf(dice, FRONT_MATTER), ...parts.map((part) => part(dice))].join("\n\n");
}

type Part = (dice: Dice) => string;

const SHAPES: Part[] = [
  (dice) => `#### Question #${dice(30)}\n\n${prompt(dice)}\n\n#### Answer:\n\n${blocks(dice)}`,
  (dice) => `${"#".repeat(2 + dice(3))} ${prompt(dice)}\n\n${blocks(dice)}`,
  (dice) => `## Q. ${prompt(dice)}\n\n${blocks(dice)}`,
  (dice) => `${1 + dice(20)}. ### ${prompt(dice)}\n\n${indented(blocks(dice))}`,
  (dice) => `${1 + dice(20)}. **${prompt(dice)}**\n\n${indented(blocks(dice))}`,
  (dice) => `**${prompt(dice)}**\n\n${blocks(dice)}`,
  (dice) => `<details><summary>${prompt(dice)}</summary>\n\n${blocks(dice)}\n\n</details>`,
  (dice) =>
    `###### ${1 + dice(9)}. ${prompt(dice)}\n\n- A: ${words(dice)}\n- B: ${words(dice)}\n\n<details><summary><b>Answer</b></summary>\n<p>\n\n#### Answer: B\n\n${blocks(dice)}\n\n</p>\n</details>`,
  (dice) => `Q: ${prompt(dice)}\nA: ${blocks(dice)}`,
  (dice) => `${prompt(dice)}::${words(dice)}`,
  (dice) => `${prompt(dice)}\n?\n${words(dice)}`,
  (dice) => times(dice, 5, () => `- ${prompt(dice)}\n  - ${prompt(dice)}`).join("\n"),
  (dice) =>
    `# ${prompt(dice)}\n\n${blocks(dice)}\n\n#### Good to hear\n\n- ${words(dice)}\n- ${words(dice)}`,
];

const FRONT_MATTER = [
  "",
  "",
  "",
  "---\ntitle: T\ntags: [a, b]\n---",
  "---\ntopic: A › B\nid: x\nformat: list-question\n---",
  "---\ntags: {a: 1}\ndifficulty: 7\n---",
  "---js\nmodule.exports = {}\n---",
];

const topic: Part = (dice) =>
  `${"#".repeat(1 + dice(4))} ${oneOf(dice, ["1. ", "🔥 ", "<a name='x'></a>", ""])}${words(dice)}`;

const prompt: Part = (dice) =>
  `${oneOf(dice, ["What is", "Why does", "`a[0]` of", "[Link](x.md) to", "![p](p.png)", "$x^2$ and", ""])} ${words(dice)}${oneOf(dice, ["?", "?", "", ":", "…"])}`;

const blocks: Part = (dice) => times(dice, 4, () => oneOf(dice, BLOCKS)(dice)).join("\n\n");

const BLOCKS: Part[] = [
  (dice) => `${words(dice)}. ${words(dice)}.`,
  (dice) => `- **${words(dice)}**: ${words(dice)}\n- ${words(dice)}\n  1. ${words(dice)}`,
  (dice) => fenced(oneOf(dice, ["js", "json", "", "yaml"]), `# ${words(dice)}\n{"a": 1}`),
  (dice) => fenced("mermaid", oneOf(dice, ["graph TD\nA-->B", "sequenceDiagram\nA->>B: x", "pie"])),
  (dice) => `| a | ${words(dice)} |\n|---|---|\n| ${words(dice)} | \`x\` |`,
  (dice) => `> ${words(dice)}\n>> ${words(dice)}`,
  (dice) => `### ${words(dice)}\n\n${words(dice)}`,
  (dice) => `<div><b>${words(dice)}</b></div>`,
  (dice) => `$$\n${words(dice)}\n$$`,
  (dice) => `[^1]: ${words(dice)}\n\n[x]: http://a.example/${dice(9)}`,
  () => "---",
  (dice) => `![${words(dice)}](${oneOf(dice, ["a.png", "../../x.png", "http://a.example/x.png"])})`,
];

const WORDS =
  "the role of a network account lets services read keys from other regions in Zürich 東京 данные \u{1F600} * _ ` [ ] < > & \\ | ~".split(
    " ",
  );
const words: Part = (dice) => times(dice, 9, () => oneOf(dice, WORDS)).join(" ");

const MARKS = [
  "*a_ ",
  "> ",
  "- ",
  "[",
  "](",
  "`",
  "```",
  "~~~",
  "<details>",
  "</summary>",
  "|",
  "\t",
  "::",
  "\\",
  "$",
  "&#0;",
  "\u0000",
  "\uFEFF",
  "<!-- ",
  "#### Answer:",
];

/** What happens to documents: lines go, come twice, change places, lose their indent, run together. */
const BENDS: ((lines: string[], dice: Dice) => void)[] = [
  (lines, dice) => lines.splice(dice(lines.length), 1 + dice(3)),
  (lines, dice) => lines.splice(dice(lines.length), 0, ...lines.slice(0, dice(lines.length))),
  (lines, dice) => lines.push(...lines.splice(dice(lines.length), 3)),
  (lines, dice) => change(lines, dice, (line) => line.trimStart()),
  (lines, dice) => change(lines, dice, (line) => `${" ".repeat(1 + dice(6))}${line}`),
  (lines, dice) => change(lines, dice, (line) => line.slice(0, dice(line.length + 1))),
  (lines, dice) => change(lines, dice, (line) => line + oneOf(dice, MARKS).repeat(1 + dice(40))),
  (lines, dice) => change(lines, dice, (line) => oneOf(dice, MARKS).repeat(1 + dice(40)) + line),
  (lines, dice) => lines.splice(dice(lines.length), 0, oneOf(dice, MARKS)),
];

function change(lines: string[], dice: Dice, bent: (line: string) => string): void {
  const at = dice(lines.length);
  lines[at] = bent(lines[at] ?? "");
}

function fenced(language: string, code: string): string {
  return ["```" + language, code, "```"].join("\n");
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "   ");
}

function oneOf<T>(dice: Dice, choices: readonly [T, ...T[]] | readonly T[]): T {
  const chosen = choices[dice(choices.length)];
  if (chosen === undefined) throw new Error("There is nothing to choose from");
  return chosen;
}

function times<T>(dice: Dice, most: number, make: () => T): T[] {
  return Array.from({ length: 1 + dice(most) }, make);
}

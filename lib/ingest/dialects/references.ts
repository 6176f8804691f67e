import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { Finding } from "./dialect";

/** What `[text][label]` and `[^label]` refer to, by their labels in lower case. */
export type References = ReadonlyMap<string, Definition>;

type Definition = { text: string; url: string | null };

/** What is longer is no footnote, and would come with each answer that refers to it. */
const LONGEST = 4000;

/** The definitions of links and footnotes in a tree, wherever they stand. */
export function referencesIn(source: string, tree: Root): References {
  const references = new Map<string, Definition>();
  if (!/^[ \t>]*\[[^\]\n]+\]:/m.test(source)) return references;
  visit(tree, (node) => {
    if (node.type !== "definition" && node.type !== "footnoteDefinition") return;
    const text = source.slice(node.position?.start.offset, node.position?.end.offset);
    const label = node.type === "definition" ? node.identifier : `^${node.identifier}`;
    const url = node.type === "definition" ? node.url : null;
    if (!references.has(label) && text.length <= LONGEST) references.set(label, { text, url });
  });
  return references;
}

/**
 * A question whose texts can stand without their document: its answer ends with the definitions that
 * it refers to; links of its prompt, which is shown in a line, say themselves where they lead.
 */
export function withReferences(question: Finding, references: References): Finding {
  if (references.size === 0) return question;
  const { prompt, answer } = question;
  const missing = answer ? missingFrom(answer.markdown, references) : [];
  return {
    ...question,
    prompt: withOwnLinks(prompt, references),
    answer: answer && {
      ...answer,
      markdown: [answer.markdown, ...missing.map(({ text }) => text)].join("\n\n"),
    },
  };
}

/** What a text refers to and doesn't define, and what that refers to. */
function missingFrom(markdown: string, references: References): Definition[] {
  const defined = new Set([...markdown.matchAll(DEFINED)].map(([, label = ""]) => keyOf(label)));
  const missing = new Map<string, Definition>();
  const open = [markdown];
  for (let text = open.pop(); text !== undefined; text = open.pop())
    for (const [, label = ""] of text.matchAll(LABEL)) {
      const key = keyOf(label);
      const definition = references.get(key);
      if (!definition || defined.has(key) || missing.has(key)) continue;
      missing.set(key, definition);
      open.push(definition.text);
    }
  return [...missing.values()];
}

const LABEL = /\[([^[\]]{1,999})\](?!\()/g;
const DEFINED = /^[ \t>]*\[([^[\]]{1,999})\]:/gm;

function keyOf(label: string): string {
  return label.trim().replaceAll(/\s+/g, " ").toLowerCase();
}

function withOwnLinks(prompt: string, references: References): string {
  return prompt.replaceAll(
    /\[([^[\]]+)\](?:\[([^[\]]*)\])?(?![([:])/g,
    (all, text: string, label?: string) => {
      const url = references.get(keyOf(label === undefined || label === "" ? text : label))?.url;
      return url === undefined || url === null ? all : `[${text}](<${url}>)`;
    },
  );
}

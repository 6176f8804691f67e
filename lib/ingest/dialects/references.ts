import type { Root } from "mdast";
import { definitionsIn, labelsIn, normalLabel } from "@/lib/ingest/definitions";
import type { Finding } from "./dialect";
import type { Excerpt } from "./reading/excerpt";

/** What `[text][label]` and `[^label]` refer to, by their labels. */
export type References = ReadonlyMap<string, Definition>;

type Definition = { text: string; url: string | null };

/** What is longer is no footnote, and would come with each answer that refers to it. */
const LONGEST = 4000;
/** So much comes with an answer, in characters: each definition may refer to thousands of others. */
const MOST = 20_000;

/** The definitions of links and footnotes in a tree, wherever they stand. */
export function referencesIn(source: string, tree: Root): References {
  const references = new Map<string, Definition>();
  for (const [label, node] of definitionsIn(source, tree.children)) {
    const text = source.slice(node.position?.start.offset, node.position?.end.offset);
    const url = node.type === "definition" ? node.url : null;
    if (text.length <= LONGEST) references.set(label, { text, url });
  }
  return references;
}

/**
 * A question whose texts can stand without their document: its answer ends with the definitions that
 * it refers to; links of its prompt, which is shown in a line, say themselves where they lead.
 */
export function withReferences(question: Finding, references: References): Finding {
  if (references.size === 0) return question;
  const { prompt, answer } = question;
  const missing = answer ? missingFrom(answer, references) : [];
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
function missingFrom({ markdown, blocks }: Excerpt, references: References): Definition[] {
  const defined = definitionsIn(markdown, blocks);
  const missing = new Map<string, Definition>();
  let room = MOST;
  const open = [markdown];
  for (let text = open.pop(); text !== undefined; text = open.pop())
    for (const label of labelsIn(text)) {
      const definition = references.get(label);
      if (!definition || defined.has(label) || missing.has(label)) continue;
      room -= definition.text.length;
      if (room < 0) return [...missing.values()];
      missing.set(label, definition);
      open.push(definition.text);
    }
  return [...missing.values()];
}

function withOwnLinks(prompt: string, references: References): string {
  return prompt.replaceAll(CODE_OR_LINK, (all, text?: string, label?: string) => {
    const url = text && references.get(normalLabel(label || text))?.url;
    return url ? `[${text}](<${url}>)` : all;
  });
}

// Code first, so that what it shows stays.
const CODE_OR_LINK = /`[^`\n]*`|\[([^[\]]+)\](?:\[([^[\]]*)\])?(?![([:])/g;

import matter from "gray-matter";
import { parse as parseYaml, YAMLParseError } from "yaml";
import { z } from "zod";
import type { Problem } from "@/lib/domain/problem";

/** What a document may say of itself at its top. Other keys are for other programs, and left alone. */
const FrontMatter = z.object({
  title: z.string().trim().min(1).optional(),
  /** `A › B`: the topic that the document's own headings hang under. */
  topic: z.string().trim().min(1).optional(),
  tags: z.array(z.string().trim().min(1)).optional(),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

/** Front matter and the text below it; `lineOffset` lines stand above that text. */
export function splitFrontMatter(text: string): {
  frontMatter: FrontMatter;
  body: string;
  lineOffset: number;
  problems: Problem[];
} {
  const { data, body, problems } = read(text);
  const lineOffset = text.slice(0, text.length - body.length).split("\n").length - 1;
  const checked = FrontMatter.safeParse(data);
  if (checked.success) return { frontMatter: checked.data, body, lineOffset, problems };
  const faults = checked.error.issues.map((issue): Problem => ({
    line: 1,
    severity: "warning",
    code: "front-matter-value",
    message: `Front matter: ${issue.path.join(".") || "it"} was not understood: ${issue.message}.`,
    remedy: "Use title: text, topic: A › B, tags: [a, b]. The value was left out.",
  }));
  const sound = FrontMatter.safeParse(withoutFaulty(data, checked.error.issues));
  return {
    frontMatter: sound.success ? sound.data : {},
    body,
    lineOffset,
    problems: [...problems, ...faults],
  };
}

function read(text: string): { data: unknown; body: string; problems: Problem[] } {
  try {
    const { data, content } = matter(text, { engines: SAFE_ENGINES });
    return { data, body: content, problems: [] };
  } catch (error) {
    return { data: {}, body: bodyBelow(text), problems: [unreadable(error)] };
  }
}

// gray-matter runs JavaScript found in `---js` front matter unless every engine is replaced.
const SAFE_ENGINES = {
  yaml: { parse: parseSafely },
  json: { parse: refuse },
  javascript: { parse: refuse },
  js: { parse: refuse },
  coffee: { parse: refuse },
  toml: { parse: refuse },
};

class ForeignFrontMatter extends Error {}

function refuse(): never {
  throw new ForeignFrontMatter("Only YAML is read as front matter.");
}

function parseSafely(yaml: string): object {
  const value: unknown = parseYaml(yaml, { maxAliasCount: 100, schema: "core" });
  return typeof value === "object" && value !== null ? value : {};
}

function unreadable(error: unknown): Problem {
  const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  const line = error instanceof YAMLParseError ? (error.linePos?.[0].line ?? 0) + 1 : 1;
  return {
    line,
    severity: "warning",
    code: "front-matter-unreadable",
    message: `The front matter was left out: ${reason}`,
    remedy: "Write it as YAML between two lines of ---.",
  };
}

/** The text below front matter that could not be read. */
function bodyBelow(text: string): string {
  const fence = /^---[^\n]*\n[\s\S]*?\n---[ \t]*\r?\n/.exec(text);
  return fence ? text.slice(fence[0].length) : text;
}

function withoutFaulty(data: unknown, issues: { path: PropertyKey[] }[]): unknown {
  if (typeof data !== "object" || data === null) return {};
  const faulty = new Set(issues.map(({ path }) => path[0]));
  return Object.fromEntries(Object.entries(data).filter(([key]) => !faulty.has(key)));
}

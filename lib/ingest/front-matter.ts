import matter from "gray-matter";
import { parse as parseYaml, YAMLParseError } from "yaml";
import { z } from "zod";
import { DIALECTS } from "./dialects";
import { MOST_TOLD, unknownKeys } from "./unknown-keys";
import type { Problem } from "@/lib/domain/problem";

const Text = z.string().trim().min(1).max(5000);
const Word = z.union([z.string(), z.number()]).transform(String).pipe(Text);

/** Each question of the document has all of them. */
const MOST_TAGS = 100;
const MOST_POINTS = 100;

/** What a document may say of itself at its top. Other keys are for other programs, and left alone. */
const FrontMatter = z.object({
  title: Text.optional(),
  /** What a document of one question asks; all its text is the answer. */
  question: Text.optional(),
  /** `A › B`: the topic that the document's own headings hang under. */
  topic: Text.optional(),
  tags: z.array(Text).max(MOST_TAGS).optional(),
  /** The dialect to read it in. */
  format: z.enum(DIALECTS.map(({ name }) => name)).optional(),
  /** Of the question in a document of one. */
  id: Word.optional(),
  difficulty: Word.optional(),
  keyPoints: z.array(Text).max(MOST_POINTS).optional(),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

const VALUES = new Map([
  ["format", `format: one of ${DIALECTS.map(({ name }) => name).join(", ")}`],
  ["id", "id: a word or a number"],
  ["difficulty", "difficulty: a word or a number"],
  ["keyPoints", "keyPoints: [a point, another]"],
]);

/** Front matter and the text below it; `lineOffset` lines stand above that text. */
export function splitFrontMatter(text: string): {
  frontMatter: FrontMatter;
  body: string;
  lineOffset: number;
  problems: Problem[];
} {
  const { data, body, problems } = read(text);
  const lineOffset = text.slice(0, text.length - body.length).split("\n").length - 1;
  const lines = keyLines(text.slice(0, text.length - body.length));
  const lineOf = (key: PropertyKey | undefined) => lines.get(String(key)) ?? 1;
  problems.push(...unknownKeys(data, Object.keys(FrontMatter.shape), lineOf));
  const checked = FrontMatter.safeParse(data);
  if (checked.success) return { frontMatter: checked.data, body, lineOffset, problems };
  const faults = checked.error.issues.slice(0, MOST_TOLD).map((issue): Problem => ({
    line: lineOf(issue.path[0]),
    severity: "warning",
    code: "front-matter-value",
    message: `Front matter: ${issue.path.join(".") || "it"} was not understood: ${issue.message}.`,
    remedy: `Use ${VALUES.get(String(issue.path[0])) ?? "title: text, topic: A › B, tags: [a, b]"}. The value was left out.`,
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
  const [head, language = ""] = FENCED.exec(text) ?? [];
  if (head === undefined) {
    const problems = UNCLOSED.test(text) ? [unreadable(new Error("No line of --- ends it."))] : [];
    return { data: {}, body: text, problems };
  }
  const body = text.slice(head.length);
  try {
    // Names like `constructor` would find an engine that nobody registered.
    if (!/^(?:ya?ml)?$/i.test(language.trim())) refuse();
    if (head.length > LONGEST) throw new Error("It is longer than 64 KB.");
    // gray-matter would leave half of a Windows line end at the last value.
    const { data } = matter(head.replaceAll("\r\n", "\n"), { engines: SAFE_ENGINES });
    const said: unknown = data["said"];
    return { data: said ?? {}, body, problems: [] };
  } catch (error) {
    return { data: {}, body, problems: [unreadable(error)] };
  }
}

// As pandoc has it (manual, yaml_metadata_block): `---` above a blank line is a rule, and what
// stands between two rules is text.
const FENCED = /^---(?!-)([^\r\n]*)\r?\n(?![ \t]*\r?\n)(?:[\s\S]*?\n)??---[ \t]*(?:\r?\n|$)/;
/** Nobody writes so much, and comparing each key with all others would take minutes. */
const LONGEST = 64 * 1024;
const UNCLOSED = /^---[ \t]*\r?\n[\w-]+:/;

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

/** What the YAML says, which may be anything, within an object, as gray-matter wants one. */
function parseSafely(yaml: string): { said: unknown } {
  return { said: parseYaml(yaml, { maxAliasCount: 100, schema: "core", logLevel: "error" }) };
}

function unreadable(error: unknown): Problem {
  const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  // What gray-matter hands on begins with the end of the line of ---, so lines count as in the file.
  const line = error instanceof YAMLParseError ? (error.linePos?.[0].line ?? 1) : 1;
  return {
    line,
    severity: "warning",
    code: "front-matter-unreadable",
    message: `The front matter was left out: ${reason.replace(/ at line \d+, column \d+:?$/, "").slice(0, 200)}`,
    remedy: "Write it as YAML between two lines of ---.",
  };
}

/** The lines of the file that begin with a key, by their keys; of two the first. */
function keyLines(head: string): Map<string, number> {
  const lines = new Map<string, number>();
  for (const [i, line] of head.split("\n").entries()) {
    const key = line.slice(0, line.indexOf(":"));
    if (line.includes(":") && !lines.has(key)) lines.set(key, i + 1);
  }
  return lines;
}

function withoutFaulty(data: unknown, issues: { path: PropertyKey[] }[]): unknown {
  if (typeof data !== "object" || data === null) return {};
  const faulty = new Set(issues.map(({ path }) => path[0]));
  return Object.fromEntries(Object.entries(data).filter(([key]) => !faulty.has(key)));
}

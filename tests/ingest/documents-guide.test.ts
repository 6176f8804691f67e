import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DIALECTS } from "@/lib/ingest/dialects";
import { extractDocument } from "@/lib/ingest/extract-document";

const guide = readFileSync("docs/documents.md", "utf8");
const encoder = new TextEncoder();

function sectionOf(title: string): string {
  return (
    new RegExp(`^#+ ${title}$([\\s\\S]*?)(?=^#{2,3} \\w|(?![\\s\\S]))`, "m").exec(
      withoutCode(guide),
    )?.[1] ?? ""
  );
}

/** Headings within examples are not the guide's. */
function withoutCode(text: string): string {
  return text.replaceAll(
    /^```markdown\n([\s\S]*?)^```$/gm,
    (_, code: string) => `\`\`\`${encodeURIComponent(code)}\`\`\``,
  );
}

function examplesIn(section: string): string[] {
  return [...section.matchAll(/```(.*?)```/g)].map(([, code = ""]) => decodeURIComponent(code));
}

const draftOf = (text: string) =>
  extractDocument({ path: "a.md", folders: [], bytes: encoder.encode(text) }, () => null);

describe("the guide to documents", () => {
  test.each(DIALECTS.map(({ name }) => name))("shows %s by examples that are read so", (name) => {
    const examples = examplesIn(sectionOf(name));
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      const draft = draftOf(example);
      expect(draft.dialect).toBe(name);
      expect(draft.questions.length).toBeGreaterThan(0);
      expect(draft.problems.filter(({ code }) => code !== "answer-missing")).toEqual([]);
    }
  });

  test("shows front matter and remarks that are understood", () => {
    const [frontMatter = ""] = examplesIn(sectionOf("Front matter"));
    expect(draftOf(frontMatter)).toMatchObject({
      title: "Names and numbers",
      problems: [],
      questions: [{ topicPath: ["Networks", "DNS"], tags: ["dns", "cloud"] }],
    });
    const [remarks = ""] = examplesIn(sectionOf("Beside a question"));
    expect(draftOf(remarks)).toMatchObject({
      problems: [],
      questions: [
        {
          prompt: "What is a zone?",
          answer: "A part of the tree of names.",
          explicitId: "dns-zone",
          tags: ["dns", "names"],
          difficulty: "easy",
        },
      ],
    });
  });

  test("explains every problem, and no other", () => {
    const source = readFileSync("lib/domain/problem.ts", "utf8");
    const codes = [...source.matchAll(/^ {2}\| "([a-z0-9-]+)"/gm)].map(([, code]) => code);
    const explained = [...sectionOf("Problems").matchAll(/^- `([a-z0-9-]+)`: /gm)].map(
      ([, code]) => code,
    );
    expect(codes.length).toBeGreaterThan(10);
    expect(new Set(explained)).toEqual(new Set(codes));
    expect(explained).toHaveLength(codes.length);
  });

  test("explains every key of front matter", () => {
    const { problems } = draftOf("---\nnosuchkey: 1\n---\n\n# What?\n\nSo.\n");
    const keys = /Use one of (.*)\.$/.exec(problems[0]?.remedy ?? "")?.[1]?.split(", ") ?? [];
    expect(keys.length).toBeGreaterThan(4);
    for (const key of keys) expect(sectionOf("Front matter")).toContain(`- \`${key}\`: `);
  });
});

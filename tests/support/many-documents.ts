import { readFileSync } from "node:fs";
import { decode } from "@/lib/ingest/decode";
import { extractDocument, fingerprint, type SourceFile } from "@/lib/ingest/extract-document";
import type { Extract } from "@/lib/library/run/take-files";

const SEED = "content/aws-solutions-architect.md";

/** The user's document, its damage repaired. */
function seedText(): string {
  const decoded = decode(readFileSync(SEED));
  if (!decoded.ok) throw new Error(decoded.problem.message);
  return decoded.text;
}

/** Documents with 25 questions each, as long as the user's; no two have their words in common. */
export function manyDocuments(count: number): Record<string, string> {
  const text = seedText();
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`content/${i}.md`, varied(text, i)]),
  );
}

/** Every seventh long word is one of this document's own. */
function varied(text: string, i: number): string {
  let n = 0;
  return text.replaceAll(/\b[a-z]{6,}\b/g, (word) => {
    n += 1;
    return n % 7 === i % 7 ? `${word}${i.toString(36)}` : word;
  });
}

/**
 * The same as files, with drafts that cost nothing to make: what is left is comparing and storing.
 * A file's bytes are its name and `edition`, so that another edition is a changed file.
 */
export function draftedFiles(count: number): {
  files: (edition: (i: number) => number) => SourceFile[];
  extract: Extract;
} {
  const bytes = new TextEncoder().encode(seedText());
  const seed = extractDocument({ path: SEED, folders: [], bytes }, () => null);
  const encode = (i: number, edition: number) => new TextEncoder().encode(`${i} ${edition}`);
  return {
    files: (edition) =>
      Array.from({ length: count }, (_, i) => ({
        path: `content/${i}.md`,
        folders: [],
        bytes: encode(i, edition(i)),
      })),
    extract: async ({ path, bytes: own }) => {
      const [i = 0, edition = 0] = new TextDecoder().decode(own).split(" ").map(Number);
      return {
        ...seed,
        path,
        sha256: fingerprint(own),
        questions: seed.questions.map((question, n) => ({
          ...question,
          prompt: varied(question.prompt, i),
          answer: `${varied(question.answer ?? "", i)}${n === 0 && edition > 0 ? ` Edition ${edition}.` : ""}`,
        })),
      };
    },
  };
}

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractDocument, type SourceFile } from "@/lib/ingest/extract-document";
import { packDraft, questionsOf, textsAt } from "@/lib/library/run/packed-draft";
import { aDocument } from "@/tests/support/markdown";

const drafted = (file: Omit<SourceFile, "folders">) =>
  extractDocument({ folders: [], ...file }, () => null);

const path = "content/aws-solutions-architect.md";

describe("a draft that a run holds", () => {
  test("gives back all that it says", async () => {
    const draft = drafted({ path, bytes: readFileSync(path) });
    const { questions, packed, ...document } = await packDraft(draft);
    expect({ ...document, questions: draft.questions }).toEqual(draft);
    expect(await questionsOf({ ...document, questions, packed })).toEqual(draft.questions);
  });

  test("needs less than half of the memory that its answers take as text", async () => {
    const draft = drafted({ path, bytes: readFileSync(path) });
    const characters = draft.questions.reduce((sum, { answer }) => sum + (answer?.length ?? 0), 0);
    // Two bytes a character.
    expect((await packDraft(draft)).packed.length).toBeLessThan(characters);
  });

  test("property: of several, each text stands at its place", async () => {
    const texts = fc.array(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 3 }));
    await fc.assert(
      fc.asyncProperty(texts, fc.infiniteStream(fc.boolean()), async (files, isWanted) => {
        const drafts = files.map((answers, i) => {
          const questions = answers.map((said, n) => ({
            prompt: `What is ${i} of ${n}?`,
            answer: `It is ${said}`,
          }));
          const bytes = new TextEncoder().encode(aDocument(...questions));
          return drafted({ path: `content/${i}.md`, bytes });
        });
        const all = drafts.flatMap(({ questions }) => questions);
        const places = all.flatMap((_, i) => (isWanted.next().value ? [i] : []));
        const found = await textsAt(await Promise.all(drafts.map(packDraft)), places);
        const wanted = places.map((i) => [i, all[i]] as const);
        expect([...found]).toEqual(
          wanted.map(([i, one]) => [i, { prompt: one?.prompt, answer: one?.answer }]),
        );
      }),
      { numRuns: 50 },
    );
  });
});

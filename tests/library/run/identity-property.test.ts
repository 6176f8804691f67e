import fc from "fast-check";
import { expect, test } from "vitest";
import { aDocument } from "@/tests/support/markdown";
import { aReview, send } from "@/tests/support/reviews";
import { aHousehold, type Household, takeIn } from "@/tests/support/store";

const FILES = 3;
const QUESTIONS = 7;
const WORDS = 12;

/** A question as the learner's folder has it; `words` are its own and tell it from all others. */
type Written = { id: number; file: number; topic: string; words: string[]; gone: boolean };

const edit = fc.record({
  kind: fc.constantFrom("typo", "answer", "topic", "file", "both", "first", "delete", "restore"),
  question: fc.nat(QUESTIONS - 1),
  to: fc.nat(FILES - 1),
  word: fc.nat(WORDS - 1),
});

test("property: whatever is edited, every question keeps its id, no review is lost, and twice is once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
      async (runs) => {
        let written = Array.from({ length: QUESTIONS }, (_, id): Written => ({
          id,
          file: id % FILES,
          topic: "Networking",
          words: Array.from({ length: WORDS }, (__, n) => `word${id}x${n}`),
          gone: false,
        }));
        const household = await aHousehold(folderOf(written));
        const ids = await idsInUse(household, written);
        for (const id of ids.values()) await send(household, aReview(household, id, 3));
        for (const [n, edits] of runs.entries()) {
          for (const one of edits) written = edited(written, one, n);
          await takeIn(household, folderOf(written), { retireMissing: true });
          const gone = new Set(written.filter((one) => one.gone).map(({ id }) => id));
          const present = new Map([...ids].filter(([id]) => !gone.has(id)));
          expect(await idsInUse(household, written)).toEqual(present);
          const again = await takeIn(household, folderOf(written), { retireMissing: true });
          expect(again.changes).toMatchObject({ unchanged: present.size, added: 0, retired: 0 });
        }
        await everythingIsAccountedFor(household);
        await household.database.close();
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);

function edited(
  written: Written[],
  { kind, question, to, word }: { kind: string; question: number; to: number; word: number },
  n: number,
): Written[] {
  const own = written.find(({ id }) => id === question);
  if (!own) return written;
  const changed = { ...own };
  // The first half of the words makes the prompt, all of them the answer.
  if (kind === "typo") changed.words = own.words.with(word % 6, `typo${question}x${n}x${word}`);
  if (kind === "answer")
    changed.words = own.words.with(6 + (word % 6), `new${question}x${n}x${word}`);
  if (kind === "topic" || kind === "both") changed.topic = `Topic ${to}`;
  if (kind === "file" || kind === "both") changed.file = to;
  if (kind === "delete" || kind === "restore") changed.gone = kind === "delete";
  const others = written.map((one) => (one.id === question ? changed : one));
  return kind === "first"
    ? others.toSorted((a, b) => Number(b.id === question) - Number(a.id === question))
    : others;
}

function folderOf(written: readonly Written[]): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: FILES }, (_, file) => {
      const own = written.filter((one) => one.file === file && !one.gone);
      return [`content/${file}.md`, aDocument(...own.map(textOf))];
    }),
  );
}

function textOf({ topic, words, id }: Written) {
  const prompt = `Question${id}: ${words.slice(0, 6).join(" ")}?`;
  return { topic, prompt, answer: `It is ${words.join(" ")}.` };
}

/** The ids of the questions in use, by the number in their prompt. */
async function idsInUse(household: Household, written: readonly Written[]) {
  const rows = await household.database.read.questionVersion.findMany({
    where: { replacedAt: null, question: { retiredAt: null } },
    select: { questionId: true, text: { select: { prompt: true } } },
  });
  const ids = rows.map(({ text, questionId }): [number, string] => [
    Number(/^Question(\d+):/.exec(text.prompt)?.[1]),
    questionId,
  ]);
  expect(ids).toHaveLength(written.filter(({ gone }) => !gone).length);
  return new Map(ids.toSorted(([a], [b]) => a - b));
}

async function everythingIsAccountedFor({ database: { read } }: Household): Promise<void> {
  const questions = await read.question.findMany();
  expect(questions).toHaveLength(QUESTIONS);
  for (const { retiredAt, retiredBy, mergedIntoId } of questions) {
    expect(retiredBy).toBe(retiredAt === null ? null : "source");
    expect(mergedIntoId).toBeNull();
  }
  expect(await read.review.count({ where: { undoneAt: null } })).toBe(QUESTIONS);
  expect(await read.memory.count({ where: { phase: { not: "new" } } })).toBe(QUESTIONS);
}

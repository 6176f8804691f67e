import { expect, test } from "vitest";
import { extractInWorker } from "@/lib/jobs/extract-in-worker";
import { ingestDocuments } from "@/lib/library/run/ingest-documents";
import { questionList } from "@/lib/study/questions";
import { aFile, aQuestion, QUADRATIC } from "../../support/documents";
import { aHousehold } from "../../support/store";

test("a question whose section could not be read is neither put away nor asked about", async () => {
  const household = await aHousehold();
  const takeIn = async (...answers: string[]) => {
    const text = answers.map((answer, i) => aQuestion(i + 1, `Prompt ${i + 1}?`, answer)).join("");
    const { changes } = await ingestDocuments(
      { ...household, extract: extractInWorker },
      { origin: "content", files: [aFile(text)], lookedAt: () => true, unreadable: [] },
      { dryRun: false, retireMissing: false, everything: false },
    );
    const { items } = (await questionList(household, { limit: 50 })).value;
    return { changes, answers: new Set(items.map(({ answer }) => answer)) };
  };
  await takeIn("One.", "Two.", "Three.", "Four.");
  const { changes, answers } = await takeIn("One.", QUADRATIC, "Three.", "The fourth.");
  expect(answers).toEqual(new Set(["One.", "Two.", "Three.", "The fourth."]));
  expect(changes).toMatchObject({ added: 0, changed: 1, retired: 0, unchanged: 2, asks: [] });
});

import { mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { DocumentDraft } from "@/lib/ingest/extract-document";
import { readDocuments } from "@/lib/ingest/read-documents";
import { tooSlow } from "@/lib/ingest/unread";
import { openAsks } from "@/lib/library/merges/open-asks";
import { extractHere } from "@/lib/library/run/extract-documents";
import { ingestDocuments } from "@/lib/library/run/ingest-documents";
import { questionList } from "@/lib/study/questions";
import type { Extract } from "@/lib/library/run/take-files";
import { aDocument } from "../../support/markdown";
import { aFolder, aHousehold, documentList, type Household } from "../../support/store";

const CITIES = aDocument({ prompt: "The capital of Peru?" }, { prompt: "The capital of Chile?" });

/** A content folder with a file, taken in once. */
async function aContentFolder() {
  const household = await aHousehold();
  const content = join(aFolder(), "content");
  const cities = join(content, "cities.md");
  mkdirSync(content);
  writeFileSync(cities, CITIES);
  await takeIn(household, content);
  return { household, content, cities, before: await questionsOf(household) };
}

async function takeIn(
  household: Household,
  content: string,
  { extract = extractHere, again = false }: { extract?: Extract; again?: boolean } = {},
) {
  const read = await readDocuments([content], content);
  const options = { dryRun: false, retireMissing: false, everything: false, again };
  return ingestDocuments({ ...household, extract }, read, options);
}

async function questionsOf(household: Household) {
  const { items } = (await questionList(household, { limit: 50 })).value;
  return items.map(({ id, prompt, answer }) => ({ id, prompt, answer }));
}

async function problemsOf(household: Household) {
  return (await documentList(household)).map(({ path, questions, problems }) => [
    path.split("/").at(-1),
    questions,
    problems.map(({ code }) => code),
  ]);
}

test("a document that grew too large keeps its questions, says so, and is mended by its next reading", async () => {
  const { household, content, cities, before } = await aContentFolder();
  truncateSync(cities, 11 * 1024 * 1024);
  expect((await takeIn(household, content)).changes).toMatchObject({ retired: 0, asks: [] });
  expect(await questionsOf(household)).toEqual(before);
  expect(await problemsOf(household)).toEqual([["cities.md", 2, ["too-large"]]]);
  writeFileSync(cities, CITIES);
  expect((await takeIn(household, content)).changes).toMatchObject({ added: 0, unchanged: 2 });
  expect(await questionsOf(household)).toEqual(before);
  expect(await problemsOf(household)).toEqual([["cities.md", 2, []]]);
});

test("a file that never could be read stands among the documents until it is gone", async () => {
  const { household, content } = await aContentFolder();
  const huge = join(content, "huge.md");
  writeFileSync(huge, "");
  truncateSync(huge, 11 * 1024 * 1024);
  await takeIn(household, content);
  await takeIn(household, content);
  expect(await problemsOf(household)).toEqual([
    ["huge.md", 0, ["too-large"]],
    ["cities.md", 2, []],
  ]);
  rmSync(huge);
  await takeIn(household, content);
  expect(await problemsOf(household)).toEqual([["cities.md", 2, []]]);
});

test("a content folder that is missing puts nothing away, says so and asks, until it is back", async () => {
  const { household, content, before } = await aContentFolder();
  renameSync(content, `${content}-away`);
  expect((await takeIn(household, content)).changes).toMatchObject({
    retired: 0,
    asks: [{ kind: "retire", questions: 2 }],
  });
  expect(await questionsOf(household)).toEqual(before);
  expect((await openAsks(household)).missing).toMatchObject([{ questions: 2 }]);
  expect(
    (await documentList(household)).map(({ title, problems }) => [title, problems.length]),
  ).toEqual([
    ["Content", 1],
    ["Cities", 0],
  ]);
  renameSync(`${content}-away`, content);
  await takeIn(household, content);
  expect((await openAsks(household)).missing).toEqual([]);
  expect(await problemsOf(household)).toEqual([["cities.md", 2, []]]);
  expect(await questionsOf(household)).toEqual(before);
});

test("what ran out of time is tried again by a run that is asked for, and only by that", async () => {
  const { household, content, cities, before } = await aContentFolder();
  const readings: string[] = [];
  const extract =
    (draft: (draft: DocumentDraft) => DocumentDraft): Extract =>
    async (file) => {
      readings.push(file.path);
      return draft(await extractHere(file));
    };
  const slow = extract((draft) => ({ ...draft, questions: [], problems: [tooSlow("long")] }));
  const quick = extract((draft) => draft);
  writeFileSync(cities, `${CITIES}\n`);
  await takeIn(household, content, { extract: slow });
  await takeIn(household, content, { extract: quick });
  expect(readings).toHaveLength(1);
  expect(await problemsOf(household)).toEqual([["cities.md", 2, ["too-slow"]]]);
  await takeIn(household, content, { extract: quick, again: true });
  expect(readings).toHaveLength(2);
  expect(await problemsOf(household)).toEqual([["cities.md", 2, []]]);
  expect(await questionsOf(household)).toEqual(before);
});

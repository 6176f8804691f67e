import { expect, test } from "vitest";
import {
  documentFile,
  documentsView,
  putAwayDocument,
  restoreDocument,
} from "@/lib/library/documents";
import { questionById } from "@/lib/study/questions";
import { studyQueue } from "@/lib/study/study-queue";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, documentList, type Household, takeIn } from "@/tests/support/store";
import { aReceiver } from "@/tests/support/uploads";

const VPC = aDocument({ prompt: "What is a VPC?" }, { prompt: "What is a subnet?" });
const IAM = aDocument({ prompt: "What is a role?" });

async function idOf(household: Household, path: string): Promise<string> {
  const found = (await documentList(household)).find((document) => document.path === path);
  if (!found) throw new Error(`No document ${path}`);
  return found.id;
}

test("a document is put away with its questions, and comes back with them and their history", async () => {
  const household = await aHousehold({ "content/vpc.md": VPC, "content/iam.md": IAM });
  const id = await idOf(household, "content/vpc.md");
  const [first = ""] = await questionIds(household);
  await send(household, aReview(household, first, 3));
  expect(await putAwayDocument(household, { id })).toEqual({ ok: true, value: { id } });
  expect(await questionIds(household)).toHaveLength(1);
  expect((await studyQueue(household, { limit: 20 })).value.items).toHaveLength(1);
  expect((await documentList(household)).at(-1)).toMatchObject({
    id,
    retiredBy: "learner",
  });

  expect(await restoreDocument(household, { id })).toEqual({ ok: true, value: { id } });
  expect(await questionIds(household)).toHaveLength(3);
  const question = await questionById(household, { id: first });
  expect(question.ok && question.value.memory.reps).toBe(1);
});

test("what was put away stays away, whatever becomes of its file", async () => {
  const files = { "content/vpc.md": VPC, "content/iam.md": IAM };
  const household = await aHousehold(files);
  const id = await idOf(household, "content/vpc.md");
  await putAwayDocument(household, { id });
  const edited = VPC.replace("What is a subnet?", "What is a subnet for?");
  for (const options of [{}, { everything: true }, { retireMissing: true }]) {
    await takeIn(household, { ...files, "content/vpc.md": edited }, options);
    await takeIn(household, { "content/iam.md": IAM }, options);
    await takeIn(household, files, options);
    expect(await questionIds(household)).toHaveLength(1);
  }
  await restoreDocument(household, { id });
  expect(await questionIds(household)).toHaveLength(3);
  const { changes } = await takeIn(household, { ...files, "content/vpc.md": edited });
  expect(changes).toMatchObject({ changed: 1, unchanged: 2 });
});

test("a question that had gone before its document was put away does not come back with it", async () => {
  const household = await aHousehold({ "content/vpc.md": VPC, "content/iam.md": IAM });
  await takeIn(household, {
    "content/vpc.md": aDocument({ prompt: "What is a VPC?" }),
    "content/iam.md": IAM,
  });
  expect(await questionIds(household)).toHaveLength(2);
  household.clock.wait(5);
  const id = await idOf(household, "content/vpc.md");
  await putAwayDocument(household, { id });
  await restoreDocument(household, { id });
  expect(await questionIds(household)).toHaveLength(2);
});

test("a document that was put away and is sent again is back, with its history", async () => {
  const { context, takeIn: sendFiles, send: upload, preview } = await aReceiver();
  await sendFiles({ "vpc.md": VPC });
  const [first = ""] = await questionIds(context);
  await send(context, aReview(context, first, 3));
  await putAwayDocument(context, { id: await idOf(context, "vpc.md") });
  context.clock.wait(5);
  const { id } = await upload({ "vpc.md": VPC });
  expect((await preview(id)).documents[0]?.replaces?.retiredAt).not.toBeNull();
  await sendFiles({ "vpc.md": VPC });
  const question = await questionById(context, { id: first });
  expect(question.ok && question.value).toMatchObject({ retiredAt: null, memory: { reps: 1 } });
});

test("only what is there can be put away, and only what was put away can come back", async () => {
  const household = await aHousehold({ "content/vpc.md": VPC });
  const id = await idOf(household, "content/vpc.md");
  const none = { ok: false, error: { kind: "not-found" } };
  const conflict = { ok: false, error: { kind: "conflict" } };
  expect(await putAwayDocument(household, { id: "none" })).toMatchObject(none);
  expect(await restoreDocument(household, { id: "none" })).toMatchObject(none);
  expect(await restoreDocument(household, { id })).toMatchObject(conflict);
  await putAwayDocument(household, { id });
  expect(await putAwayDocument(household, { id })).toMatchObject(conflict);
});

test("a document that came through the page is given back byte for byte", async () => {
  const { context, takeIn: sendFiles } = await aReceiver({ "content/iam.md": IAM });
  const bytes = Buffer.concat([Buffer.from("\uFEFF"), Buffer.from(VPC.replaceAll("\n", "\r\n"))]);
  await sendFiles({ "aws/vpc.md": bytes });
  const file = await documentFile(context, { id: await idOf(context, "aws/vpc.md") });
  if (!file.ok) throw new Error(file.error.detail);
  expect(file.value).toMatchObject({ as: "download", name: "vpc.md", type: "text/markdown" });
  expect(Buffer.from(file.value.bytes).equals(bytes)).toBe(true);
  const ofFolder = { id: await idOf(context, "content/iam.md") };
  expect(await documentFile(context, ofFolder)).toMatchObject({ ok: false });
  expect(await documentFile(context, { id: "none" })).toMatchObject({ ok: false });
});

test("documents with problems come first, then those that ask nothing, those put away last", async () => {
  const household = await aHousehold({
    "content/a.md": VPC,
    "content/b.md": "# Nothing",
    "content/c.md": IAM,
    "content/d.md": aDocument({ prompt: "What is a NAT?", answer: null }),
  });
  await putAwayDocument(household, { id: await idOf(household, "content/a.md") });
  const shelves = (await documentsView(household)).shelves.map(
    ({ name, total, faulty, documents }) => [
      name,
      total,
      faulty,
      ...documents.map(({ path }) => path),
    ],
  );
  expect(shelves).toEqual([
    ["in-use", 2, 1, "content/d.md", "content/c.md"],
    ["without", 1, 1, "content/b.md"],
    ["away", 1, 0, "content/a.md"],
  ]);
  const { sum } = await documentsView(household);
  expect(sum).toEqual({ documents: 2, questions: 2, unanswered: 1 });
});

test("a document that lost its questions is in use still, with its problem", async () => {
  const household = await aHousehold({ "content/a.md": VPC, "content/b.md": IAM });
  await takeIn(household, { "content/a.md": VPC, "content/b.md": "# Nothing" });
  expect((await documentsView(household)).shelves).toMatchObject([
    { name: "in-use", total: 2, documents: [{ path: "content/b.md" }, { path: "content/a.md" }] },
  ]);
});

test("those that stand together are in the order of their names, as people count", async () => {
  const names = ["content/10 a.md", "content/9 b.md", "content/Ten.md", "content/over.md"];
  const household = await aHousehold(Object.fromEntries(names.map((name) => [name, "# Note"])));
  const [shelf] = (await documentsView(household)).shelves;
  expect(shelf?.documents.map(({ path }) => path)).toEqual([
    "content/9 b.md",
    "content/10 a.md",
    "content/over.md",
    "content/Ten.md",
  ]);
});

test("a hundred are shown at once, from the place that an address names", async () => {
  const files = Array.from({ length: 102 }, (_, i) => [`content/${1000 + i}.md`, `# Note ${i}`]);
  const household = await aHousehold(Object.fromEntries(files));
  const shown = async (address: Record<string, unknown>) => {
    const [shelf] = (await documentsView(household, address)).shelves;
    return [shelf?.from, shelf?.total, shelf?.documents.length, shelf?.documents[0]?.path];
  };
  const first = [0, 102, 100, "content/1000.md"];
  expect(await shown({})).toEqual(first);
  expect(await shown({ shelf: "without", from: "100" })).toEqual([100, 102, 2, "content/1100.md"]);
  for (const from of ["500", "-1", "x"])
    expect(await shown({ shelf: "without", from })).toEqual(first);
  expect(await shown({ shelf: "away", from: "100" })).toEqual(first);
});

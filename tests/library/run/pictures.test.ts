import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { readDocuments } from "@/lib/ingest/read-documents";
import { extractHere } from "@/lib/library/run/extract-documents";
import { ingestDocuments } from "@/lib/library/run/ingest-documents";
import { pictureByHash } from "@/lib/library/media";
import { questionView } from "@/lib/study/question-view";
import { studySession } from "@/lib/study/session";
import { aDocument } from "@/tests/support/markdown";
import { aPng } from "@/tests/support/pictures";
import { questionIds } from "@/tests/support/reviews";
import { aFolder, aHousehold } from "@/tests/support/store";

const ANSWER =
  "It looks like this: ![A VPC](img/vpc.png). Routes are chosen by the longest prefix.";
const DOCUMENT = aDocument({ prompt: "How does a VPC look?", answer: ANSWER });

/** A household whose content folder holds the files given; `ingest` takes them in as they are then. */
async function aContentFolder(files: Record<string, string | Uint8Array>) {
  const folder = aFolder();
  const household = await aHousehold();
  const { database, clock } = household;
  const put = (path: string, bytes: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  };
  for (const [path, bytes] of Object.entries(files)) put(path, bytes);
  const ingest = async (dryRun = false) =>
    ingestDocuments(
      { database, clock, extract: extractHere },
      await readDocuments([folder], folder),
      { dryRun, retireMissing: false, everything: false },
    );
  const answer = async () => {
    const [id = ""] = await questionIds(household);
    const view = await questionView(household, { id });
    return view.ok ? view.value.answerHtml : null;
  };
  return { household, put, remove: (path: string) => rmSync(join(folder, path)), ingest, answer };
}

const source = (html: string | null) => /src="\/api\/media\/([0-9a-f]{64})"/.exec(html ?? "")?.[1];

test("a picture is taken in with its document, and shown on its question and in a session", async () => {
  const png = aPng(300, 200);
  const { household, ingest, answer } = await aContentFolder({
    "aws/vpc.md": DOCUMENT,
    "aws/img/vpc.png": png,
  });
  await ingest();
  const html = await answer();
  expect(html).toContain('width="300" height="200" alt="A VPC" loading="lazy"');
  expect(await pictureByHash(household, { hash: source(html) ?? "" })).toEqual({
    ok: true,
    value: { type: "image/png", bytes: png, as: "picture", changes: false },
  });
  const { value: session } = await studySession(household, { limit: 1 });
  expect(source(session.items[0]?.answerHtml ?? null)).toBe(source(html));
});

test("in a session each question shows its own document's picture, whatever others call theirs", async () => {
  const { household, ingest } = await aContentFolder({
    "aws/vpc.md": DOCUMENT,
    "aws/img/vpc.png": aPng(300, 200),
    "gcp/vpc.md": aDocument({ prompt: "And elsewhere?", answer: ANSWER }),
    "gcp/img/vpc.png": aPng(30, 20),
  });
  await ingest();
  const shown = async () => {
    const { value: session } = await studySession(household, { limit: 2 });
    return session.items.map(
      ({ prompt, answerHtml }) => `${prompt} ${/width="\d+"/.exec(answerHtml ?? "")?.[0]}`,
    );
  };
  const each = ['And elsewhere? width="30"', 'How does a VPC look? width="300"'];
  expect((await shown()).toSorted()).toEqual(each);
  await expect.poll(() => household.database.read.rendering.count()).toBe(4);
  expect((await shown()).toSorted()).toEqual(each);
});

test("a picture that changes is shown anew, though its document is as it was", async () => {
  const { put, ingest, answer } = await aContentFolder({
    "a.md": DOCUMENT,
    "img/vpc.png": aPng(300, 200),
  });
  await ingest();
  const before = source(await answer());
  put("img/vpc.png", aPng(30, 20));
  await ingest();
  expect(source(await answer())).not.toBe(before);
  expect(await answer()).toContain('width="30" height="20"');
});

test("one that is missing is a problem with its line, until it is there", async () => {
  const { household, put, remove, ingest, answer } = await aContentFolder({ "a.md": DOCUMENT });
  const line = DOCUMENT.split("\n").findIndex((text) => text.includes("vpc.png")) + 1;
  expect((await ingest(true)).documents[0]?.problems).toEqual([
    expect.objectContaining({ line, severity: "warning", code: "picture-missing" }),
  ]);
  await ingest();
  expect(await answer()).toContain("<em>Image: A VPC</em>");
  put("img/vpc.png", aPng(30, 20));
  await ingest();
  expect(source(await answer())).toBeDefined();
  expect((await household.database.read.document.findFirst())?.problems).toBe("[]");
  remove("img/vpc.png");
  await ingest();
  expect(await answer()).toContain("<em>Image: A VPC</em>");
});

test("a rehearsal of an ingest stores no picture", async () => {
  const { household, ingest } = await aContentFolder({
    "a.md": DOCUMENT,
    "img/vpc.png": aPng(30, 20),
  });
  await ingest(true);
  expect(await household.database.read.media.count()).toBe(0);
});

test("unchanged documents with their pictures are not read again", async () => {
  const { ingest } = await aContentFolder({ "a.md": DOCUMENT, "img/vpc.png": aPng(30, 20) });
  await ingest();
  const again = await ingest();
  expect(again.documents).toEqual([]);
  expect(again.changes.unchanged).toBe(1);
});

test("a document with a picture that can't be shown is read again when that changes, and not before", async () => {
  const { household, put, ingest } = await aContentFolder({ "a.md": DOCUMENT });
  const { read } = household.database;
  const problems = async () => (await read.document.findFirst())?.problems;
  await ingest();
  expect((await ingest()).documents).toEqual([]);
  put("img/vpc.png", "No picture.");
  expect((await ingest()).documents).toHaveLength(1);
  expect(await problems()).toContain("picture-unusable");
  expect((await ingest()).documents).toEqual([]);
  put("img/vpc.png", aPng(30, 20));
  expect((await ingest()).documents).toHaveLength(1);
  expect(await problems()).toBe("[]");
  expect((await ingest()).documents).toEqual([]);
});

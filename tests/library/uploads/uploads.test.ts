import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { breathe } from "@/lib/breathe";
import { questionById } from "@/lib/study/questions";
import {
  beginUpload,
  confirmUpload,
  discardUpload,
  receiveFile,
  uploadState,
} from "@/lib/library/uploads/uploads";
import { clearUploads, recoverUploads } from "@/lib/library/uploads/folder";
import {
  previewedPicture,
  previewedQuestions,
  takeApart,
  uploadPreview,
} from "@/lib/library/uploads/preview";
import { aZip } from "@/tests/support/archives";
import { aDocument } from "@/tests/support/markdown";
import { aPng, SVG } from "@/tests/support/pictures";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aReceiver } from "@/tests/support/uploads";

const VPC = aDocument(
  { prompt: "What is a VPC?", answer: "A network of your own: ![](img/vpc.png). It has subnets." },
  { prompt: "What is a subnet?", answer: null },
);
const REFUSED = { ok: false, error: { kind: "invalid" } };

describe("an upload", () => {
  test("is previewed, confirmed, and kept with its bytes and pictures", async () => {
    const { context, send: upload, preview, confirm } = await aReceiver();
    const { id, answers } = await upload({ "aws/vpc.md": VPC, "aws/img/vpc.png": aPng(30, 20) });
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const seen = await preview(id);
    expect(seen.documents).toEqual([
      expect.objectContaining({
        path: "aws/vpc.md",
        dialect: "numbered-question",
        questions: 2,
        withoutAnswer: 1,
        pictures: 1,
        picturesMissing: 0,
        replaces: null,
      }),
    ]);
    expect(seen.changes).toMatchObject({ added: 2, asks: [] });
    expect(await context.database.read.question.count()).toBe(0);

    expect((await confirm(id)).changes).toMatchObject({ added: 2 });
    const { read } = context.database;
    const kept = await read.documentBytes.findFirstOrThrow({ include: { document: true } });
    expect(Buffer.from(kept.bytes).toString()).toBe(VPC);
    expect(kept.document).toMatchObject({ origin: "upload", path: "aws/vpc.md" });
    expect(await read.documentPicture.count()).toBe(1);
    const [first = ""] = await questionIds(context);
    const question = await questionById(context, { id: first });
    expect(question.ok && question.value.topicPath).toEqual(["Networking", "Routing"]);
    expect(readdirSync(join(context.dataFolder, "incoming"))).toEqual([]);
  });

  test("shows its questions as they will look, some at a time, with their pictures", async () => {
    const { context, send: upload } = await aReceiver();
    const { id } = await upload({ "vpc.md": VPC, "img/vpc.png": SVG });
    const page = async (from: number) => {
      const seen = await previewedQuestions(context, { id, path: "vpc.md", from, limit: 1 });
      if (!seen.ok) throw new Error(seen.error.detail);
      return seen.value;
    };
    const { items, next } = await page(0);
    expect(items).toMatchObject([{ number: 1, topicPath: ["Networking", "Routing"], line: 5 }]);
    expect(items[0]?.promptHtml).toContain("What is a VPC?");
    const address = /src="([^"]+)"/
      .exec(items[0]?.answerHtml ?? "")?.[1]
      ?.replaceAll("&#x26;", "&");
    expect(address).toBe(`/api/uploads/${id}/picture?document=vpc.md&path=img%2Fvpc.png`);
    expect(await page(next ?? 0)).toMatchObject({ items: [{ answerHtml: null }], next: null });
    expect(
      await previewedPicture(context, { id, document: "vpc.md", path: "img/vpc.png" }),
    ).toMatchObject({ ok: true, value: { type: "image/svg+xml", changes: true } });
    for (const path of ["img/no.png", "../../../rehearse.db", "vpc.md"])
      expect(await previewedPicture(context, { id, document: "vpc.md", path })).toMatchObject({
        ok: false,
        error: { kind: "not-found" },
      });
  });

  test("may be an archive, which is unpacked when it comes", async () => {
    const { context, send: upload, preview } = await aReceiver();
    const zip = await aZip(
      { name: "aws/vpc.md", bytes: VPC },
      { name: "aws/img/vpc.png", bytes: aPng(30, 20) },
      { name: "more.zip", bytes: "PK" },
    );
    const { id, answers } = await upload({ "notes.zip": zip });
    expect(answers).toEqual([
      { ok: true, value: { files: ["aws/vpc.md", "aws/img/vpc.png"], leftOut: ["more.zip"] } },
    ]);
    expect((await preview(id)).documents).toMatchObject([
      { path: "aws/vpc.md", picturesMissing: 0 },
    ]);
    const left = readdirSync(join(context.dataFolder, "incoming", id));
    expect(left.filter((name) => !name.endsWith(".json"))).toEqual(["files"]);
  });

  test("goes on without a file that is refused", async () => {
    const { context, send: upload, preview } = await aReceiver();
    const evil = await aZip({ name: "a.md", bytes: "x", options: { mode: 0o120777 } });
    const { id, answers } = await upload({
      "evil.zip": evil,
      "../../evil.md": VPC,
      "/etc/evil.md": VPC,
      [`${"n".repeat(300)}.md`]: VPC,
      "vpc.md": VPC,
      "vpc.md/deeper.md": VPC,
    });
    expect(answers).toMatchObject([REFUSED, REFUSED, REFUSED, REFUSED, { ok: true }, REFUSED]);
    expect((await preview(id)).documents).toMatchObject([{ path: "vpc.md" }]);
    expect(readdirSync(context.dataFolder)).toEqual(["incoming"]);
  });

  test("takes no second file of one name, also not out of an archive", async () => {
    const { send: upload } = await aReceiver();
    const zip = await aZip(
      { name: "aws/b.md", bytes: "b" },
      { name: "aws/vpc.md", bytes: "other" },
    );
    const { answers } = await upload({ "aws/vpc.md": VPC, "a.zip": zip, "./vpc.md": "other" });
    expect(answers).toMatchObject([
      { ok: true },
      {
        ok: false,
        error: {
          kind: "conflict",
          detail: "The archive holds “aws/vpc.md”, which is in this upload already.",
        },
      },
      REFUSED,
    ]);
  });

  test("holds 100 MB, and what says it is more is refused before it comes", async () => {
    const { context } = await aReceiver();
    const { value } = await beginUpload(context);
    const never = async function* () {
      yield await Promise.reject<Uint8Array>(new Error("was read"));
    };
    const file = { ...value, path: "a.md", length: 100_000_001 };
    expect(await receiveFile(context, file, never())).toEqual({
      ok: false,
      error: {
        kind: "too-large",
        detail: "An upload holds at most 100 MB. Send the rest afterwards.",
      },
    });
    const ten = Buffer.alloc(10_000_000, "a");
    const sent = { ...value, path: "b.md", length: 90_000_000 };
    expect(
      (
        await receiveFile(
          context,
          sent,
          Array.from({ length: 9 }, () => ten),
        )
      ).ok,
    ).toBe(true);
    const over = { ...value, path: "c.md", length: 10_000_001 };
    expect(await receiveFile(context, over, [ten, Buffer.from("a")])).toMatchObject({ ok: false });
    expect((await receiveFile(context, { ...over, length: 10_000_000 }, [ten])).ok).toBe(true);
  });

  test("keeps nothing of a file that breaks off, or is longer than it said", async () => {
    const { context } = await aReceiver();
    const { value } = await beginUpload(context);
    const breaksOff = async function* () {
      yield Buffer.from("# Half");
      throw new Error("aborted");
    };
    const take = (body: AsyncIterable<Uint8Array> | Uint8Array[]) =>
      receiveFile(context, { ...value, path: "a.md", length: 10 }, body);
    expect(await take(breaksOff())).toEqual({
      ok: false,
      error: { kind: "invalid", detail: "“a.md” broke off: 6 of 10 bytes came." },
    });
    expect(await take([Buffer.from("# Longer than said")])).toMatchObject(REFUSED);
    expect((await take([Buffer.from("# All of it".slice(0, 10))])).ok).toBe(true);
  });

  test("keeps nothing of a file for which the disk has no room, and the upload goes on", async () => {
    const { context, send: upload } = await aReceiver();
    const { id } = await upload({ "vpc.md": VPC });
    const full = Object.assign(new Error("no space left"), { code: "ENOSPC", syscall: "write" });
    const body = async function* () {
      yield Buffer.from("# Half");
      throw full;
    };
    const file = { id, path: "a.md", length: 10 };
    await expect(receiveFile(context, file, body())).rejects.toBe(full);
    expect(readdirSync(join(context.dataFolder, "incoming", id))).toEqual(["files"]);
    const later = await receiveFile(context, { ...file, length: 6 }, [Buffer.from("# Half")]);
    expect(later.ok).toBe(true);
  });

  test("is taken in once, however often it is confirmed, and says each time what came of it", async () => {
    const { context, send: upload } = await aReceiver();
    const { id } = await upload({ "vpc.md": VPC });
    const both = await Promise.all([
      confirmUpload(context, { id }),
      confirmUpload(context, { id }),
    ]);
    for (const answer of [...both, await confirmUpload(context, { id })])
      expect(answer).toMatchObject({ ok: true, value: { changes: { added: 2 } } });
    expect(await questionIds(context)).toHaveLength(2);
    expect(await uploadState(context, { id })).toEqual({ ok: true, value: { kind: "taken" } });
  });

  test("tells how far it has come: files that are read, questions that are stored", async () => {
    const { context, send: upload } = await aReceiver();
    const { id } = await upload({ "vpc.md": VPC, "bgp.md": aDocument({ prompt: "What is BGP?" }) });
    const stateNow = async () => {
      const state = await uploadState(context, { id });
      return state.ok ? state.value : null;
    };
    expect(await stateNow()).toEqual({ kind: "here" });
    const read = watched(stateNow, uploadPreview(context, { id }));
    expect(await read).toContainEqual({ kind: "reading", done: expect.any(Number), of: 2 });
    expect(await stateNow()).toEqual({ kind: "here" });
    const stored = watched(stateNow, confirmUpload(context, { id }));
    expect(await stored).toContainEqual({ kind: "storing", done: expect.any(Number), of: 3 });
    expect(await stateNow()).toEqual({ kind: "taken" });
  });

  test("reads each file once: what the preview read is looked at and taken in", async () => {
    const { context, send: upload, preview, confirm } = await aReceiver();
    const { id } = await upload({ "vpc.md": VPC });
    await preview(id);
    const folder = join(context.dataFolder, "incoming", id);
    const [kept = ""] = readdirSync(folder).filter((name) => name.endsWith(".json"));
    const draft = readFileSync(join(folder, kept), "utf8");
    writeFileSync(join(folder, kept), draft.replaceAll("What is a VPC?", "What was read?"));
    const shown = await previewedQuestions(context, { id, path: "vpc.md", from: 0, limit: 1 });
    expect(shown.ok && shown.value.items[0]?.promptHtml).toContain("What was read?");
    await confirm(id);
    const [first = ""] = await questionIds(context);
    const question = await questionById(context, { id: first });
    expect(question.ok && question.value.prompt).toBe("What was read?");
  });

  test("that was changed since its preview is read anew", async () => {
    const { context, send: upload, preview } = await aReceiver();
    const { id } = await upload({ "vpc.md": VPC });
    await preview(id);
    const more = aDocument({ prompt: "What is BGP?" }, { prompt: "What is a CIDR?" }, {});
    const file = { id, path: "more.md", length: Buffer.from(more).length };
    await receiveFile(context, file, [Buffer.from(more)]);
    expect((await preview(id)).documents).toMatchObject([{ questions: 3 }, { questions: 2 }]);
  });

  test("that is discarded while it is read is read no further", async () => {
    const { context, send: upload } = await aReceiver();
    const { id } = await upload({ "vpc.md": VPC, "bgp.md": aDocument({ prompt: "What is BGP?" }) });
    const reading = uploadPreview(context, { id });
    await discardUpload(context, { id });
    expect(await reading).toMatchObject({ ok: false, error: { kind: "not-found" } });
    expect(readdirSync(join(context.dataFolder, "incoming"))).toEqual([]);
  });

  test("outlives a start of the server, also one that was killed while it stored it", async () => {
    const { context, send: upload, confirm } = await aReceiver();
    const { id } = await upload({ "vpc.md": VPC });
    const incoming = join(context.dataFolder, "incoming");
    renameSync(join(incoming, id), join(incoming, `${id}.taken`));
    mkdirSync(join(incoming, "removed.gone", "files"), { recursive: true });
    writeFileSync(join(incoming, `${id}.taken`, "01.arriving"), "half a file");
    await recoverUploads(context.dataFolder);
    expect(readdirSync(incoming)).toEqual([id]);
    expect(readdirSync(join(incoming, id))).toEqual(["files"]);
    expect((await confirm(id)).changes).toMatchObject({ added: 2 });
    await recoverUploads(join(context.dataFolder, "none"));
  });

  test("is forgotten when it is discarded, or after a day", async () => {
    const { context, send: upload } = await aReceiver();
    const incoming = join(context.dataFolder, "incoming");
    const discarded = await upload({ "vpc.md": VPC });
    expect((await discardUpload(context, discarded)).ok).toBe(true);
    expect(await discardUpload(context, discarded)).toMatchObject({ ok: false });
    const old = await upload({ "vpc.md": VPC });
    const young = await upload({ "vpc.md": VPC });
    const now = context.clock.now().getTime() / 1000;
    utimesSync(join(incoming, old.id), now, now - 86_401);
    utimesSync(join(incoming, young.id), now, now - 86_399);
    await beginUpload(context);
    expect(existsSync(join(incoming, old.id))).toBe(false);
    expect(existsSync(join(incoming, young.id))).toBe(true);
    expect(await confirmUpload(context, old)).toMatchObject({ error: { kind: "not-found" } });
    await clearUploads(join(context.dataFolder, "none"), context.clock.now());
  });
});

describe("the topics of an upload", () => {
  const topicsOf = async (files: Record<string, string | Uint8Array>) => {
    const { context, takeIn } = await aReceiver();
    await takeIn(files);
    const ids = await questionIds(context);
    const found = await Promise.all(ids.map((id) => questionById(context, { id })));
    return found.map((question) => question.ok && question.value.topicPath.join(" › "));
  };
  const plain = (topic: string) => `# ${topic}\n\n## What is ${topic}?\n\nA matter of its own.\n`;

  test.each([
    { way: "a folder", files: { "notes/vpc.md": plain("VPC") }, topics: ["VPC"] },
    {
      way: "a folder in it",
      files: { "notes/cloud computing/vpc.md": plain("VPC") },
      topics: ["Cloud computing › VPC"],
    },
    {
      way: "two folders",
      files: { "aws/vpc.md": plain("VPC"), "azure/vnet.md": plain("VNet") },
      topics: ["VPC", "VNet"],
    },
  ])("$way: the folder that was chosen is none, as on the command line", async (upload) => {
    expect(await topicsOf(upload.files)).toEqual(upload.topics);
  });

  test("an archive is a folder, be it of files or of one folder", async () => {
    const [loose, folder] = await Promise.all([
      aZip({ name: "vpc.md", bytes: plain("VPC") }, { name: "aws/s3.md", bytes: plain("S3") }),
      aZip(
        { name: "notes/vpc.md", bytes: plain("VPC") },
        { name: "notes/aws/s3.md", bytes: plain("S3") },
      ),
    ]);
    expect(await topicsOf({ "notes.zip": loose })).toEqual(["Aws › S3", "VPC"]);
    expect(await topicsOf({ "download.zip": folder })).toEqual(["Aws › S3", "VPC"]);
  });

  test("an archive of files has a name of its own, however often it was downloaded", async () => {
    const { send: upload } = await aReceiver();
    const zip = await aZip({ name: "vpc.md", bytes: VPC });
    const name = async (path: string) => (await upload({ [path]: zip })).answers[0];
    for (const [path, files] of [
      ["notes.zip", "notes/vpc.md"],
      ["notes (2).ZIP", "notes/vpc.md"],
      [".zip", "archive/vpc.md"],
      ["stuff/.notes.zip", "stuff/notes/vpc.md"],
    ] as const)
      expect(await name(path)).toMatchObject({ ok: true, value: { files: [files] } });
  });
});

test("a document that is in the content folder too is offered for merging, nothing of it retired", async () => {
  const { context, takeIn, send: upload, preview } = await aReceiver({ "content/vpc.md": VPC });
  const { id } = await upload({ "notes/vpc.md": VPC });
  const offered = { added: 2, retired: 0, asks: [{ kind: "duplicate" }, { kind: "duplicate" }] };
  expect((await preview(id)).changes).toMatchObject(offered);
  expect((await takeIn({ "notes/vpc.md": VPC })).changes).toMatchObject(offered);
  expect(await questionIds(context)).toHaveLength(4);
});

test("a document too large to be read is named, and the rest is previewed", async () => {
  const { send: upload, preview } = await aReceiver();
  const large = Buffer.alloc(11_000_000, "a word ");
  const { id } = await upload({ "notes/large.md": large, "vpc.md": VPC });
  const { documents, unreadable } = await preview(id);
  expect(documents).toMatchObject([{ path: "vpc.md" }]);
  expect(unreadable).toEqual([{ path: "notes/large.md", message: expect.stringMatching(/MB/) }]);
});

describe("a document that is sent again", () => {
  test("is a new version of itself, and its questions keep their history", async () => {
    const { context, takeIn, send: upload, preview, confirm } = await aReceiver();
    await takeIn({ "vpc.md": VPC });
    const [first = ""] = await questionIds(context);
    await send(context, aReview(context, first, 3));
    const corrected = VPC.replace("A network of your own", "Your own network");
    const { id } = await upload({ "vpc.md": corrected });
    const seen = await preview(id);
    expect(seen.documents[0]?.replaces).toMatchObject({ title: "Vpc", retiredAt: null });
    expect(seen.changes).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    await confirm(id);
    const question = await questionById(context, { id: first });
    expect(question.ok && question.value.answer).toContain("Your own network");
    expect(question.ok && question.value.memory.reps).toBe(1);
    const [kept] = await context.database.read.documentBytes.findMany();
    expect(Buffer.from(kept?.bytes ?? []).toString()).toBe(corrected);
  });

  test("keeps the pictures that it has and that did not come with it again", async () => {
    const { context, takeIn, send: upload, preview, confirm } = await aReceiver();
    await takeIn({ "vpc.md": VPC, "img/vpc.png": aPng(30, 20) });
    const corrected = VPC.replace("A network of your own", "Your own network");
    const { id } = await upload({ "vpc.md": corrected });
    expect((await preview(id)).documents).toMatchObject([{ pictures: 1, picturesMissing: 0 }]);
    const shown = { id, document: "vpc.md", path: "img/vpc.png" };
    expect(await previewedPicture(context, shown)).toMatchObject({ value: { type: "image/png" } });
    await confirm(id);
    expect(await context.database.read.documentPicture.count()).toBe(1);
    const { changes } = await takeIn({ "vpc.md": corrected });
    expect(changes).toMatchObject({ unchanged: 2, changed: 0 });
  });

  test("stands beside it where the learner says so", async () => {
    const { context, takeIn, send: upload, confirm } = await aReceiver();
    await takeIn({ "vpc.md": VPC, "vpc-2.md": VPC.replaceAll("VPC", "subnet mask") });
    const other = aDocument({ prompt: "What is a transit gateway?" });
    const { id } = await upload({ "vpc.md": other });
    const apart = await takeApart(context, { id, path: "vpc.md" });
    expect(apart.ok && apart.value.documents).toMatchObject([{ path: "vpc-3.md", replaces: null }]);
    expect(await takeApart(context, { id, path: "vpc-3.md" })).toMatchObject({ ok: false });
    expect((await confirm(id)).changes).toMatchObject({ added: 1, retired: 0 });
  });

  test("retires nothing but what it was itself", async () => {
    const { context, takeIn } = await aReceiver({ "content/vpc.md": VPC });
    await takeIn({ "a.md": aDocument({ prompt: "What is a transit gateway?" }) });
    const { changes } = await takeIn({ "b.md": aDocument({ prompt: "What is BGP?" }) });
    expect(changes).toMatchObject({ added: 1, retired: 0 });
    expect(await questionIds(context)).toHaveLength(4);
  });
});

/** What is said of work until it ends. */
async function watched<T>(look: () => Promise<T>, work: Promise<unknown>): Promise<T[]> {
  const seen: T[] = [];
  const ended = work.then(() => null);
  for (;;) {
    const state = await Promise.race([ended, look()]);
    if (state === null) return seen;
    seen.push(state);
    await breathe();
  }
}

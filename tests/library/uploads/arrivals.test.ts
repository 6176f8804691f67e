import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { recoverUploads } from "@/lib/library/uploads/folder";
import { beginUpload, receiveFile } from "@/lib/library/uploads/uploads";
import { aZip } from "@/tests/support/archives";
import { aReceiver } from "@/tests/support/uploads";

const TEN_MB = Buffer.alloc(10_000_000, "a");
const WHOLE = { ok: true };
const TOO_LARGE = { ok: false, error: { kind: "too-large" } };

/** An upload, what sends it a file as one chunk or as chunks, and what its folder holds. */
async function anUpload() {
  const { context } = await aReceiver();
  const { value } = await beginUpload(context);
  const send = (path: string, body: Uint8Array | Uint8Array[], length?: number) => {
    const chunks = Array.isArray(body) ? body : [body];
    const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    return receiveFile(context, { ...value, path, length: length ?? bytes }, chunks);
  };
  const within = (path = "") => join(context.dataFolder, "incoming", value.id, path);
  return { context, id: value.id, send, within };
}

const tens = (n: number) => Array.from({ length: n }, () => TEN_MB);

test("files come side by side, each whole", async () => {
  const { send, within } = await anUpload();
  const names = Array.from({ length: 40 }, (_, i) => `notes/${i}.md`);
  const answers = await Promise.all(names.map((name) => send(name, Buffer.from(name))));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(readdirSync(within("files/notes"))).toHaveLength(40);
  expect(readdirSync(within())).toEqual(["files"]);
});

test("of two that are too much together only one comes in", async () => {
  const { send } = await anUpload();
  const both = await Promise.all([send("a.md", tens(6)), send("b.md", tens(6))]);
  expect(both).toMatchObject([WHOLE, TOO_LARGE]);
  expect(await send("c.md", tens(4))).toMatchObject(WHOLE);
  expect(await send("d.md", Buffer.from("a"))).toMatchObject(TOO_LARGE);
});

test("one that breaks off leaves its room to others", async () => {
  const { send } = await anUpload();
  expect(await send("a.md", [TEN_MB], 100_000_000)).toMatchObject({ ok: false });
  expect(await send("b.md", tens(10))).toMatchObject(WHOLE);
});

test("of two with one name the first stays, and the other is told", async () => {
  const { send } = await anUpload();
  const both = await Promise.all([send("a.md", Buffer.from("1")), send("a.md", Buffer.from("2"))]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both).toContainEqual({
    ok: false,
    error: { kind: "conflict", detail: "There is a “a.md” in this upload already." },
  });
});

test("an archive counts as what it holds, beside what comes with it", async () => {
  const { send } = await anUpload();
  const zip = await aZip(
    { name: "x/a.md", bytes: Buffer.alloc(900_000, "a") },
    { name: "x/b.md", bytes: Buffer.alloc(900_000, "b") },
  );
  const [most, other, ...same] = await Promise.all([
    send("most.md", [...tens(9), TEN_MB.subarray(0, 7_000_000)]),
    send("other.zip", await aZip({ name: "y/c.md", bytes: Buffer.alloc(900_000, "c") })),
    send("one.zip", zip),
    send("again.zip", zip),
  ]);
  expect([most.ok, other.ok]).toEqual([true, true]);
  // There is room for one more; which of the two comes first is not said.
  expect(same.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await send("c.md", Buffer.alloc(300_001))).toMatchObject(TOO_LARGE);
  expect(await send("c.md", Buffer.alloc(300_000))).toMatchObject(WHOLE);
});

test("an archive that can't be placed whole leaves nothing of itself", async () => {
  const { send, within } = await anUpload();
  await send("notes/b.md", Buffer.from("b"));
  const zip = await aZip(
    { name: "notes/a.md", bytes: "a" },
    { name: "notes/b.md/c.md", bytes: "c" },
  );
  expect(await send("more.zip", zip)).toMatchObject({ ok: false, error: { kind: "invalid" } });
  expect(readdirSync(within("files/notes"))).toEqual(["b.md"]);
});

test("a start of the server between two files loses neither them nor the count", async () => {
  const { context, send, within } = await anUpload();
  expect(await send("a.md", tens(6))).toMatchObject(WHOLE);
  writeFileSync(within("01993c2b-half.arriving"), "half a file");
  globalThis.rehearseQuotas = undefined;
  await recoverUploads(context.dataFolder);
  expect(readdirSync(within())).toEqual(["files"]);
  expect(await send("b.md", tens(5))).toMatchObject(TOO_LARGE);
  expect(await send("b.md", tens(4))).toMatchObject(WHOLE);
  expect(readdirSync(within("files"))).toEqual(["a.md", "b.md"]);
});

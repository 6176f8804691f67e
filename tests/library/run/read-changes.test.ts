import { renameSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { aContentFolder, aWhileLater, lookAt } from "@/tests/support/content-folder";
import { aDocument } from "@/tests/support/markdown";
import { aMerge } from "@/tests/support/merges";
import { aPng } from "@/tests/support/pictures";
import { questionIds } from "@/tests/support/reviews";
import { aHousehold, type Household } from "@/tests/support/store";

/** Documents of three questions, each of its own topic. */
function documents(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`aws/${i}.md`, document(`Part ${i}`, 3)]),
  );
}

function document(topic: string, questions: number, says = "It is"): string {
  return aDocument(
    ...Array.from({ length: questions }, (_, i) => ({
      topic,
      prompt: `What is ${topic} ${i}?`,
      answer: `${says} the ${topic} of number ${i}.`,
    })),
  );
}

async function answers({ database: { read } }: Household): Promise<string[]> {
  const rows = await read.questionVersion.findMany({
    where: { replacedAt: null, question: { retiredAt: null } },
    select: { text: { select: { answer: true } } },
  });
  return rows.map(({ text }) => text.answer ?? "");
}

const NO_ONE = { added: 0, changed: 0, moved: 0, retired: 0, restored: 0, asks: [] };

describe("an edit among many documents", () => {
  test("is read alone, and nothing else of what is stored is touched", async () => {
    const { folder, put } = aContentFolder(documents(8));
    const household = await aHousehold();
    await lookAt(household, folder, null);
    const { read } = household.database;
    const before = await read.document.findMany({ orderBy: { id: "asc" } });
    put("aws/3.md", document("Part 3", 3, "It was"));
    household.clock.wait(1);
    const looked = await lookAt(household, folder, ["aws/3.md"]);
    expect(looked.read).toEqual(["aws/3.md"]);
    expect(looked.changes).toMatchObject({ ...NO_ONE, changed: 3, unchanged: 0 });
    const after = await read.document.findMany({ orderBy: { id: "asc" } });
    expect(
      after.filter((row, i) => row.takenInAt.getTime() !== before[i]?.takenInAt.getTime()),
    ).toMatchObject([{ path: `${folder}/aws/3.md` }]);
  });

  test("that takes most of its questions away is no third of all", async () => {
    const { folder, put } = aContentFolder(documents(8));
    const household = await aHousehold();
    await lookAt(household, folder, null);
    put("aws/3.md", document("Part 3", 1));
    const { changes } = await lookAt(household, folder, ["aws/3.md"]);
    expect(changes).toMatchObject({ ...NO_ONE, retired: 2 });
  });

  test("is one of a question that other documents have copies of: they are read with it", async () => {
    const { folder, put } = aContentFolder({
      ...documents(4),
      "copy.md": document("Part 3", 3),
    });
    const household = await aHousehold();
    await lookAt(household, folder, null);
    const [into = "", from = ""] = await idsOf(household, "What is Part 3 2?");
    await aMerge(household, { from, into });
    put("aws/3.md", document("Part 3", 2));
    const { read, changes } = await lookAt(household, folder, ["aws/3.md"]);
    expect(read).toEqual(["aws/3.md", "copy.md"]);
    expect(changes.retired).toBe(0);
    expect(await questionIds(household)).toContain(into);
  });
});

async function idsOf({ database: { read } }: Household, prompt: string): Promise<string[]> {
  const rows = await read.question.findMany({
    where: { versions: { some: { text: { prompt } } } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

describe("what is renamed", () => {
  test("is the same document, when the old name is looked at with the new one", async () => {
    const { folder, rename } = aContentFolder(documents(4));
    const household = await aHousehold();
    await lookAt(household, folder, null);
    const before = await household.database.read.document.findMany({ orderBy: { id: "asc" } });
    const ids = await questionIds(household);
    rename("aws/1.md", "gcp/one.md");
    const { read, changes } = await lookAt(household, folder, ["aws/1.md", "gcp", "gcp/one.md"]);
    expect(read).toEqual(["gcp/one.md"]);
    expect(changes).toMatchObject({ ...NO_ONE, moved: 3 });
    const after = await household.database.read.document.findMany({ orderBy: { id: "asc" } });
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after[1]?.path).toBe(`${folder}/gcp/one.md`);
    expect(new Set(await questionIds(household))).toEqual(new Set(ids));
  });

  test("may be a folder, with all that is in it", async () => {
    const { folder, rename } = aContentFolder({ ...documents(4), "b.md": document("B", 1) });
    const household = await aHousehold();
    await lookAt(household, folder, null);
    const ids = await questionIds(household);
    rename("aws", "cloud");
    const { changes } = await lookAt(household, folder, ["aws", "cloud"]);
    expect(changes).toMatchObject({ ...NO_ONE, moved: 12 });
    expect(new Set(await questionIds(household))).toEqual(new Set(ids));
  });
});

describe("a file that the disk says is the same", () => {
  test("is not read again, once it is older than the disk's clock is coarse", async () => {
    const { folder } = aContentFolder(documents(3));
    const household = await aHousehold();
    const first = await lookAt(household, folder, null);
    expect(first.read).toHaveLength(3);
    // It could have been written again in the same tick.
    expect((await lookAt(household, folder, null)).read).toHaveLength(3);
    aWhileLater();
    expect((await lookAt(household, folder, null)).read).toHaveLength(3);
    const { read, changes } = await lookAt(household, folder, null);
    expect(read).toEqual([]);
    expect(changes).toMatchObject({ ...NO_ONE, unchanged: 9 });
  });

  test("is read again after an edit that left its size and its time of writing as they were", async () => {
    const { folder, at } = aContentFolder(documents(3));
    aWhileLater();
    const household = await aHousehold();
    await lookAt(household, folder, null);
    const { size, atime, mtime } = statSync(at("aws/1.md"));
    writeFileSync(at("aws/1.md"), document("Part 1", 3, "It as"));
    utimesSync(at("aws/1.md"), atime, mtime);
    expect(statSync(at("aws/1.md"))).toMatchObject({ size, mtime });
    const { read, changes } = await lookAt(household, folder, null);
    expect(read).toEqual(["aws/1.md"]);
    expect(changes).toMatchObject({ ...NO_ONE, changed: 3, unchanged: 6 });
  });

  test("is read again when another file took its place", async () => {
    const { folder, at, put } = aContentFolder(documents(3));
    aWhileLater();
    const household = await aHousehold();
    put("aws/1.md~", document("Part 1", 3, "It as"));
    await lookAt(household, folder, null);
    renameSync(at("aws/1.md~"), at("aws/1.md"));
    expect((await lookAt(household, folder, null)).read).toEqual(["aws/1.md"]);
    expect(await answers(household)).toContain("It as the Part 1 of number 0.");
  });

  test("is read again when it was touched, and that is kept in mind", async () => {
    const { folder, at } = aContentFolder(documents(3));
    aWhileLater();
    const household = await aHousehold();
    await lookAt(household, folder, null);
    utimesSync(at("aws/1.md"), 1, 1);
    expect((await lookAt(household, folder, null)).read).toEqual(["aws/1.md"]);
    expect((await lookAt(household, folder, null)).read).toEqual([]);
  });
});

describe("what goes", () => {
  test("is put away, though nothing was read", async () => {
    const { folder, remove } = aContentFolder(documents(6));
    aWhileLater();
    const household = await aHousehold();
    await lookAt(household, folder, null);
    remove("aws/1.md");
    const some = await lookAt(household, folder, ["aws/1.md"]);
    expect(some).toMatchObject({ read: [], changes: { ...NO_ONE, retired: 3 } });
    remove("aws/2.md");
    const all = await lookAt(household, folder, null);
    expect(all).toMatchObject({ read: [], changes: { ...NO_ONE, retired: 3, unchanged: 12 } });
  });

  test("is asked about when it is too much, until it is back as it was", async () => {
    const { folder, rename } = aContentFolder({ ...documents(6), "b.md": document("B", 1) });
    aWhileLater();
    const household = await aHousehold();
    await lookAt(household, folder, null);
    rename("aws", "../elsewhere");
    const { changes } = await lookAt(household, folder, ["aws"]);
    expect(changes).toMatchObject({ retired: 0, asks: [{ kind: "retire", questions: 18 }] });
    expect((await lookAt(household, folder, ["b.md"])).changes.asks).toHaveLength(1);
    rename("../elsewhere", "aws");
    expect((await lookAt(household, folder, ["aws"])).changes.asks).toEqual([]);
    expect(await household.database.read.ask.count({ where: { answeredAt: null } })).toBe(0);
  });

  test("in a content folder that is away itself, is asked about too", async () => {
    const { folder, rename } = aContentFolder(documents(3));
    const household = await aHousehold();
    await lookAt(household, folder, null);
    rename(".", "../away");
    const { changes } = await lookAt(household, folder, ["aws/1.md"]);
    expect(changes).toMatchObject({ retired: 0, asks: [{ kind: "retire" }] });
    rename("../away", ".");
    expect((await lookAt(household, folder, null)).changes).toMatchObject({
      unchanged: 9,
      asks: [],
    });
  });

  test("is what a link stands in the place of", async () => {
    const { folder, rename, at } = aContentFolder({ ...documents(1), ...others() });
    const household = await aHousehold();
    await lookAt(household, folder, null);
    rename("aws", "../elsewhere");
    symlinkSync(`${folder}/../elsewhere`, at("aws"));
    const looked = await lookAt(household, folder, ["aws/0.md"]);
    expect(looked).toMatchObject({ read: [], changes: { retired: 3 } });
  });
});

function others(): Record<string, string> {
  return Object.fromEntries([0, 1, 2].map((i) => [`${i}.md`, document(`Other ${i}`, 4)]));
}

describe("a picture", () => {
  const pictured = (topic: string) => `${document(topic, 1)}\n\n![It](img/it.png)\n`;

  test("that changes has its document taken in anew, and no other", async () => {
    const { folder, put } = aContentFolder({
      "a.md": pictured("A"),
      "img/it.png": aPng(30, 20),
      "b/b.md": pictured("B"),
      "b/img/it.png": aPng(20, 30),
    });
    aWhileLater();
    const household = await aHousehold();
    await lookAt(household, folder, null);
    expect((await lookAt(household, folder, null)).read).toEqual([]);
    put("b/img/it.png", aPng(10, 10));
    expect((await lookAt(household, folder, ["b/img/it.png"])).read).toEqual(["b/b.md"]);
    put("img/it.png", aPng(10, 10));
    expect((await lookAt(household, folder, null)).read).toEqual(["a.md"]);
    expect((await lookAt(household, folder, null)).read).toEqual([]);
  });

  test("that comes or goes with its folder, too", async () => {
    const { folder, put, remove } = aContentFolder({ "a.md": pictured("A") });
    aWhileLater();
    const household = await aHousehold();
    await lookAt(household, folder, null);
    expect((await lookAt(household, folder, null)).read).toEqual([]);
    put("img/it.png", aPng(10, 10));
    expect((await lookAt(household, folder, ["img"])).read).toEqual(["a.md"]);
    expect((await lookAt(household, folder, ["img"])).read).toEqual([]);
    remove("img");
    expect((await lookAt(household, folder, ["img"])).read).toEqual(["a.md"]);
  });
});

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  nat,
  property,
  string,
  tuple,
} from "fast-check";
import { describe, expect, test } from "vitest";
import { unpackArchive } from "@/lib/ingest/archive";
import { placeFault } from "@/lib/ingest/archive-place";
import { aZip, LISTED, patched, renamed } from "@/tests/support/archives";
import { aFolder } from "@/tests/support/store";

const ROOM = 100_000_000;

/** What became of an archive, and what lies in the folder and beside it afterwards. */
async function unpack(zip: Uint8Array, room = ROOM) {
  const place = aFolder();
  const folder = join(place, "in");
  mkdirSync(folder);
  const archive = join(aFolder(), "a.zip");
  writeFileSync(archive, zip);
  const result = await unpackArchive(archive, folder, room);
  return { result, folder, beside: readdirSync(place) };
}

async function refusal(zip: Uint8Array, room = ROOM): Promise<string> {
  const { result, beside } = await unpack(zip, room);
  expect(beside).toEqual(["in"]);
  return result.ok ? "taken" : result.error;
}

describe("an honest archive", () => {
  test("gives its documents and pictures in their folders, and leaves out the rest", async () => {
    const zip = await aZip(
      { name: "aws/vpc.md", bytes: "# VPC" },
      { name: "aws/img/vpc.PNG", bytes: "picture", options: { compress: false } },
      { name: "notes.Markdown", bytes: "" },
      { name: "en-US.mdx", bytes: "" },
      { name: "inner.zip", bytes: "PK" },
      { name: "aws/talk.mp4", bytes: "film" },
      { name: "__MACOSX/aws/._vpc.md", bytes: "fork" },
      { name: ".git/README.md", bytes: "hidden" },
    );
    const { result, folder } = await unpack(zip);
    expect(result).toEqual({
      ok: true,
      value: {
        files: ["aws/vpc.md", "aws/img/vpc.PNG", "notes.Markdown", "en-US.mdx"],
        bytes: 12,
        leftOut: ["inner.zip", "aws/talk.mp4"],
      },
    });
    expect(readFileSync(join(folder, "aws/vpc.md"), "utf8")).toBe("# VPC");
    expect(readFileSync(join(folder, "aws/img/vpc.PNG"), "utf8")).toBe("picture");
  });

  test("may be written as a stream, with its sizes after the bytes", async () => {
    const zip = await aZip({ name: "a.md", bytes: "x".repeat(300_000) });
    const { result, folder } = await unpack(zip);
    expect(result.ok).toBe(true);
    expect(readFileSync(join(folder, "a.md"), "utf8")).toHaveLength(300_000);
  });

  test("has names in UTF-8 also where it doesn't say so, else in the format's own code page", async () => {
    const named = await aZip({ name: "Café/ü.md", bytes: "a" });
    const { result } = await unpack(patched(named, LISTED.flags, 0));
    expect(result.ok && result.value.files).toEqual(["Café/ü.md"]);
    const plain = patched(await aZip({ name: "Caf?.md", bytes: "a" }), LISTED.flags, 0);
    const old = await unpack(renamed(plain, "Caf?", "Caf\x82"));
    expect(old.result.ok && old.result.value.files).toEqual(["Café.md"]);
  });
});

describe("an archive is refused, by the name of the entry,", () => {
  test.each([
    ["../../evil.md", "leads out of its folder"],
    ["aws/../../x.md", "leads out of its folder"],
    ["/etc/passwd.md", "is named from the top of a disk"],
    ["C:/evil/abc.md", "is named from the top of a disk"],
    ["aws\\..\\abc.md", "is named with a backslash"],
    ["aws//abcdef.md", "has no name that a file can have"],
    ["aws/a\0bcdef.md", "has no name that a file can have"],
  ])("when it names %j", async (name, fault) => {
    const zip = await aZip({ name: "n".repeat(name.length), bytes: "evil" });
    expect(await refusal(renamed(zip, "n".repeat(name.length), name))).toBe(
      `“${name}” in the archive ${fault}.`,
    );
  });

  test("when it holds a link, or another thing that is no file", async () => {
    for (const mode of [0o120777, 0o010644, 0o020644])
      expect(await refusal(await aZip({ name: "a.md", bytes: "/etc", options: { mode } }))).toBe(
        "“a.md” in the archive is a link, which is not followed.",
      );
  });

  test("when it is encrypted", async () => {
    const zip = await aZip({ name: "a.md", bytes: "secret" });
    expect(await refusal(patched(zip, LISTED.flags, 1))).toBe(
      "“a.md” in the archive is encrypted.",
    );
    expect(await refusal(patched(zip, LISTED.flags, 0x41))).toMatch(/encrypted|damaged/);
  });

  test("when it holds more than it says", async () => {
    const zip = await aZip({ name: "a.md", bytes: "x".repeat(500_000) });
    const lies = "“a.md” in the archive unpacks to another size than it says.";
    expect(await refusal(patched(zip, LISTED.unpacked, 1000))).toBe(lies);
    expect(await refusal(patched(zip, LISTED.unpacked, 500_001))).toBe(lies);
    const stored = await aZip({
      name: "a.md",
      bytes: "x".repeat(500),
      options: { compress: false },
    });
    expect(await refusal(patched(stored, LISTED.unpacked, 400))).toBe(lies);
  });

  test("when its bytes are not those that it was made of", async () => {
    const zip = await aZip({ name: "a.md", bytes: "text", options: { compress: false } });
    expect(await refusal(renamed(zip, "text", "test"))).toBe("“a.md” in the archive is damaged.");
    const packed = await aZip({ name: "a.md", bytes: "a text".repeat(10) });
    expect(await refusal(patched(packed, LISTED.packed, 3))).toBe(
      "“a.md” in the archive is damaged.",
    );
  });

  test("when a file in it, or all of it, is too large, before anything is unpacked", async () => {
    const zip = await aZip({ name: "a.md", bytes: "x".repeat(300_000) });
    expect(await refusal(patched(zip, LISTED.unpacked, 20_000_001))).toBe(
      "“a.md” in the archive unpacks to 20.1 MB; a file may have 20 MB.",
    );
    const bomb = await aZip({ name: "a.md", bytes: Buffer.alloc(1_100_000) });
    expect(await refusal(bomb)).toBe(
      "“a.md” in the archive unpacks to more than 200 times its size.",
    );
    const both = await aZip({ name: "a.md", bytes: "aaa" }, { name: "b.md", bytes: "bbb" });
    expect(await refusal(both, 5)).toBe("The archive unpacks to 0.1 MB; there is room for 0.1 MB.");
    expect((await unpack(both, 6)).result.ok).toBe(true);
  });

  test("when it holds a name twice, or a file where it has a folder", async () => {
    const twice = await aZip({ name: "a.md", bytes: "1" }, { name: "b.md", bytes: "2" });
    expect(await refusal(renamed(twice, "b.md", "a.md"))).toBe(
      "“a.md” in the archive is in it twice.",
    );
    const folder = await aZip({ name: "a.md", bytes: "1" }, { name: "a.md/b.md", bytes: "2" });
    expect(await refusal(folder)).toMatch(
      /^“a.md\/b.md” in the archive has a name that another file/,
    );
  });

  test("when a name in it is longer than a file's can be", async () => {
    const name = `${"n".repeat(300)}.md`;
    expect(await refusal(await aZip({ name, bytes: "1" }))).toMatch(/has a name that another/);
  });

  test("when it is packed in a way that is not known", async () => {
    const zip = patched(await aZip({ name: "a.md", bytes: "text" }), LISTED.method, 12);
    expect(await refusal(zip)).toMatch(/packed in a way that can't be read here/);
  });
});

test("an archive of 5,001 files is refused, and one of 5,000 is not", async () => {
  const zip = await aZip({ name: "a.txt", bytes: "" });
  const end = zip.indexOf("PK\x05\x06", 0, "latin1");
  for (const [count, sentence] of [
    [5001, "The archive holds 5001 files; at most 5000 go at once."],
    [5000, "This is no zip archive, or it is damaged."],
  ] as const) {
    const lying = Buffer.from(zip);
    lying.writeUInt16LE(count, end + 8);
    lying.writeUInt16LE(count, end + 10);
    expect(await refusal(lying)).toBe(sentence);
  }
});

test("what is no archive, or a part of one, is refused", async () => {
  const zip = await aZip({ name: "a.md", bytes: "text" });
  for (const bytes of [
    Buffer.from("# Not a zip"),
    Buffer.alloc(0),
    zip.subarray(0, -30),
    deflateRawSync("a"),
  ])
    expect(await refusal(bytes)).toBe("This is no zip archive, or it is damaged.");
});

test("property: whatever bytes of an archive are damaged, nothing is written beside its folder", async () => {
  const zip = await aZip(
    { name: "aws/vpc.md", bytes: "# VPC\n".repeat(50) },
    { name: "b.md", bytes: "b", options: { compress: false } },
  );
  const place = tuple(nat(zip.length - 1), nat(255));
  await assert(
    asyncProperty(array(place, { minLength: 1, maxLength: 4 }), async (damage) => {
      const damaged = Buffer.from(zip);
      for (const [at, byte] of damage) damaged[at] = byte;
      const { result, beside } = await unpack(damaged);
      return beside.join() === "in" && (result.ok || result.error.endsWith("."));
    }),
    { numRuns: 150 },
  );
});

test("property: a name without fault stays below its folder", () => {
  const sign = constantFrom("a", ".", "/", "\\", ":", "C", "\0", " ", "ü");
  assert(
    property(
      string({ unit: sign }),
      (name) => placeFault(name) !== null || join("/root", name) === `/root/${name}`,
    ),
  );
});

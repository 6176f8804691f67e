import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { documentPath } from "@/lib/ingest/document-path";
import { readDocuments } from "@/lib/ingest/read-documents";
import { aFolder } from "../support/store";

/** A folder with these files, each holding its own name. */
function aFolderWith(...files: string[]): string {
  const folder = aFolder();
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), file);
  }
  return folder;
}

async function namesIn(folder: string, ...paths: string[]) {
  const read = await readDocuments(paths.length > 0 ? paths : [folder], folder);
  expect(read.unreadable).toEqual([]);
  return read.files.map(({ path }) => relative(folder, path));
}

describe("a folder", () => {
  test("gives its Markdown files and those of its subfolders, in order, with their bytes", async () => {
    const folder = aFolderWith(
      "10 b.md",
      "9 b.md",
      "a.markdown",
      "A.MD",
      "c/d/e.mdx",
      "notes.txt",
      "md",
      "x.md.bak",
    );
    const { files } = await readDocuments([folder], folder);
    expect(files.map(({ path }) => relative(folder, path))).toEqual([
      "9 b.md",
      "10 b.md",
      "a.markdown",
      "A.MD",
      "c/d/e.mdx",
    ]);
    expect(files.map(({ folders }) => folders)).toEqual([[], [], [], [], ["c", "d"]]);
    expect(files[4]?.bytes.toString()).toBe("c/d/e.mdx");
  });

  test("keeps to itself what is hidden, installed, linked or no file", async () => {
    const folder = aFolderWith("a.md", ".hidden.md", ".git/b.md", "node_modules/x/readme.md");
    const elsewhere = aFolderWith("secret.md");
    symlinkSync(join(elsewhere, "secret.md"), join(folder, "link.md"));
    symlinkSync(elsewhere, join(folder, "linked"));
    symlinkSync(folder, join(folder, "again"));
    symlinkSync(join(folder, "nowhere.md"), join(folder, "broken.md"));
    mkdirSync(join(folder, "folder.md"));
    expect(await namesIn(folder)).toEqual(["a.md"]);
  });

  test("without documents gives none, and is no fault", async () => {
    expect(await namesIn(aFolder())).toEqual([]);
  });

  test("with names in any script gives them all", async () => {
    expect(await namesIn(aFolderWith("Ünï code.md", "日本/質問.md"))).toEqual([
      "Ünï code.md",
      "日本/質問.md",
    ]);
  });
});

describe("paths", () => {
  test("of a file, given by name, give it whatever its ending, hidden or linked", async () => {
    const folder = aFolderWith("notes.txt", ".draft.md", "a.md");
    symlinkSync(join(folder, "a.md"), join(folder, "link.md"));
    const paths = ["notes.txt", ".draft.md", "link.md"].map((name) => join(folder, name));
    expect(await namesIn(folder, ...paths)).toEqual(["notes.txt", ".draft.md", "link.md"]);
  });

  test("given twice, or with a folder that holds them, give each file once", async () => {
    const folder = aFolderWith("a.md", "b/c.md");
    const paths = [
      folder,
      join(folder, "b"),
      join(folder, "a.md"),
      `${folder}/`,
      join(folder, "b/../a.md"),
    ];
    expect(await namesIn(folder, ...paths)).toEqual(["a.md", "b/c.md"]);
  });

  test("in the content folder count their folders from it", async () => {
    const content = aFolderWith("aws/iam/a.md", "b.md");
    for (const path of ["aws/iam/a.md", "aws/iam", "aws"]) {
      const { files } = await readDocuments([join(content, path)], content);
      expect(files.map(({ folders }) => folders)).toEqual([["aws", "iam"]]);
    }
  });

  test("outside the content folder count them from the path given", async () => {
    const folder = aFolderWith("aws/iam/a.md");
    const foldersFrom = async (path: string) => {
      const { files } = await readDocuments([join(folder, path)], aFolder());
      return files.map(({ folders }) => folders);
    };
    expect(await foldersFrom("")).toEqual([["aws", "iam"]]);
    expect(await foldersFrom("aws")).toEqual([["iam"]]);
    expect(await foldersFrom("aws/iam/a.md")).toEqual([[]]);
  });

  test("beside a content folder of a like name are outside it", async () => {
    const folder = aFolderWith("content/a.md", "content-old/x/b.md");
    const { files } = await readDocuments([join(folder, "content-old")], join(folder, "content"));
    expect(files.map(({ folders }) => folders)).toEqual([["x"]]);
  });
});

describe("a path that can't be read", () => {
  test("does not exist: it is named in a sentence, and the others are read", async () => {
    const folder = aFolderWith("a.md");
    const missing = join(folder, "missing");
    const below = join(folder, "a.md", "b.md");
    const { files, unreadable, lookedAt, refused } = await readDocuments(
      [missing, folder, below],
      join(folder, "content"),
    );
    expect(files.map(({ path }) => path)).toEqual([join(folder, "a.md")]);
    expect(unreadable).toEqual([
      { path: missing, message: "There is no such file or folder. Correct the path." },
      { path: below, message: "There is no such file or folder. Correct the path." },
    ]);
    expect(lookedAt(missing)).toBe(false);
    expect(refused).toEqual([]);
  });

  test("a folder that does not exist was not looked at, but the content folder was", async () => {
    const missing = join(aFolder(), "content");
    const looked = async (content: string) => {
      const { lookedAt, refused } = await readDocuments([missing], content);
      return [lookedAt(join(missing, "a.md")), refused?.map(({ path }) => path)];
    };
    expect(await looked(join(missing, "other"))).toEqual([false, []]);
    expect(await looked(missing)).toEqual([true, [`${missing}/`]]);
  });

  // Other systems refuse such names.
  test.runIf(process.platform === "linux")(
    "a file with a broken name is named, and the rest of its folder is read",
    async () => {
      const folder = aFolderWith("a.md", "z.md");
      const broken = Buffer.concat([
        Buffer.from(`${folder}/caf`),
        Buffer.from([0xe9]),
        Buffer.from(".md"),
      ]);
      writeFileSync(broken, "x");
      onTestFinished(() => rmSync(broken));
      const { files, unreadable, lookedAt } = await readDocuments([folder], folder);
      expect(files.map(({ path }) => path)).toEqual([join(folder, "a.md"), join(folder, "z.md")]);
      expect(unreadable).toEqual([
        {
          path: join(folder, "caf\uFFFD.md"),
          message: "Its name is no valid UTF-8, so that it can't be opened. Rename it.",
        },
      ]);
      expect(lookedAt(join(folder, "caf\uFFFD.md"))).toBe(false);
      expect(lookedAt(join(folder, "gone.md"))).toBe(true);
    },
  );
});

describe("what a run looked at", () => {
  test("is the files named and the documents below the folders named, there or gone", async () => {
    const folder = aFolderWith("in/a.md", "out/b.md", "one.md", "two.md");
    const { lookedAt } = await readDocuments([join(folder, "in"), join(folder, "one.md")], folder);
    const looked = (name: string) => lookedAt(documentPath(join(folder, name)));
    expect(["in/a.md", "in/gone.md", "in/deep/gone.md", "one.md"].map(looked)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(["two.md", "out/b.md", "inside/x.md", "one.md/x.md"].map(looked)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test("is not what it passes over, though it was taken in by name once", async () => {
    const folder = aFolderWith("a.md");
    const { lookedAt } = await readDocuments([folder], folder);
    const passedOver = [".drafts/a.md", ".a.md", "node_modules/x/a.md", "notes.txt"];
    expect(passedOver.filter((name) => lookedAt(join(folder, name)))).toEqual([]);
  });

  test("is, for the working folder, what lies below it and nothing else", async () => {
    const { files, lookedAt, unreadable } = await readDocuments(
      [join(process.cwd(), "content"), "."],
      "content",
    );
    expect(unreadable).toEqual([]);
    expect(files.map(({ path }) => path)).toContain("content/aws-solutions-architect.md");
    expect(lookedAt("content/gone.md")).toBe(true);
    expect(lookedAt("gone.md")).toBe(true);
    expect(lookedAt("/elsewhere/a.md")).toBe(false);
    expect(lookedAt(join(process.cwd(), "..", "a.md"))).toBe(false);
  });
});

test("a document's name is relative to the working folder when it lies below it, else absolute", () => {
  expect(documentPath("content/../content/a.md")).toBe("content/a.md");
  expect(documentPath(join(process.cwd(), "content", "a.md"))).toBe("content/a.md");
  expect(documentPath("/elsewhere/a.md")).toBe("/elsewhere/a.md");
  expect(documentPath("../a.md")).toBe(join(dirname(process.cwd()), "a.md"));
});

describe("what is no honest document", () => {
  test("a file over 10 MB is refused by its size, and the rest is read", async () => {
    const folder = aFolderWith("a.md", "huge.md", "z.md");
    // Without blocks on the disk: reading them would take 100 MB.
    truncateSync(join(folder, "huge.md"), 100 * 1024 * 1024);
    const { files, unreadable, refused, lookedAt } = await readDocuments([folder], folder);
    expect(files.map(({ path }) => relative(folder, path))).toEqual(["a.md", "z.md"]);
    expect(refused).toMatchObject([
      { path: join(folder, "huge.md"), problem: { line: 1, severity: "error", code: "too-large" } },
    ]);
    expect(unreadable).toEqual([
      {
        path: join(folder, "huge.md"),
        message: "It is larger than 10 MB (100.0 MB). Split it into several documents.",
      },
    ]);
    expect(lookedAt(join(folder, "huge.md"))).toBe(false);
  });

  test.skipIf(process.platform === "win32")(
    "a pipe is passed over in a folder, and refused by name, without waiting for a writer",
    async () => {
      const folder = aFolderWith("a.md");
      const pipe = join(folder, "pipe.md");
      spawnSync("/usr/bin/mkfifo", [pipe]);
      expect(await namesIn(folder)).toEqual(["a.md"]);
      const { files, unreadable, refused } = await readDocuments([pipe, "/dev/zero"], folder);
      expect(files).toEqual([]);
      expect(unreadable).toEqual([
        { path: pipe, message: "It is no file. Name a file." },
        { path: "/dev/zero", message: "It is no file. Name a file." },
      ]);
      expect(refused).toEqual([]);
    },
  );

  test("a name that is too long is told so in plain words, and the rest is read", async () => {
    const folder = aFolderWith("a.md");
    const long = join(folder, `${"b".repeat(4000)}.md`);
    const { files, unreadable } = await readDocuments([long, folder], folder);
    expect(files.map(({ path }) => relative(folder, path))).toEqual(["a.md"]);
    expect(unreadable).toEqual([
      { path: long, message: expect.stringMatching(/^Its name, .* is too long to be opened\./) },
    ]);
  });

  test("a content folder that is a link is read as the folder it leads to", async () => {
    const folder = aFolderWith("a.md", "b/c.md");
    const link = join(aFolder(), "content");
    symlinkSync(folder, link);
    const { files } = await readDocuments([link], link);
    expect(files.map(({ path, folders }) => [relative(link, path), folders])).toEqual([
      ["a.md", []],
      ["b/c.md", ["b"]],
    ]);
  });

  // Nothing is kept from root.
  test.skipIf(process.getuid?.() === 0)(
    "a folder that may not be listed is named, and not looked at",
    async () => {
      const folder = aFolderWith("a.md", "closed/b.md");
      const closed = join(folder, "closed");
      chmodSync(closed, 0);
      onTestFinished(() => chmodSync(closed, 0o700));
      const { files, unreadable, refused, lookedAt } = await readDocuments([folder], folder);
      expect(files.map(({ path }) => path)).toEqual([join(folder, "a.md")]);
      expect(unreadable.map(({ path }) => path)).toEqual([closed]);
      expect(refused).toMatchObject([{ path: `${closed}/`, problem: { code: "unreadable" } }]);
      expect(lookedAt(join(closed, "b.md"))).toBe(false);
    },
  );

  test("names that only look like a way out of the folder are names", async () => {
    const names = ["..a.md", "...md", "a\\..\\b.md", "%2e%2e%2fb.md", " .md", "-rf.md"];
    const folder = aFolderWith(...names, "x.md");
    expect(await namesIn(folder)).toEqual([
      " .md",
      "-rf.md",
      "%2e%2e%2fb.md",
      "a\\..\\b.md",
      "x.md",
    ]);
  });
});

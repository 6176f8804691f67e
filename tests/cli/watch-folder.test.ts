import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { FolderWatch } from "@/lib/cli/watch-folder";
import { aContentFolder } from "@/tests/support/content-folder";

const NOTHING_MS = 150;

/** A folder that is watched, and what the watch told since it was asked last. */
async function aWatchedFolder(files: Record<string, string>) {
  const content = aContentFolder(files);
  let told: (string | null)[] = [];
  const failed = vi.fn<(error: unknown) => void>();
  const watch = new FolderWatch(content.folder, { changed: (way) => told.push(way), failed });
  onTestFinished(() => {
    watch.close();
    expect(failed).not.toHaveBeenCalled();
  });
  const tells = async (...ways: (string | null)[]) => {
    await vi.waitFor(() => expect(told).toEqual(expect.arrayContaining(ways)), 10_000);
    await new Promise((resolve) => setTimeout(resolve, NOTHING_MS));
    const all = new Set(told);
    told = [];
    return all;
  };
  expect(await tells(null)).toEqual(new Set([null]));
  return { ...content, tells, watch };
}

test("a watch tells of a file that is written, made, renamed and removed, wherever it is", async () => {
  const { put, rename, remove, tells } = await aWatchedFolder({ "a.md": "A", "b/c/d.md": "D" });
  put("a.md", "Another");
  expect(await tells("a.md")).toContain("a.md");
  put("b/c/e.md", "E");
  expect(await tells(join("b", "c", "e.md"))).toContain(join("b", "c", "e.md"));
  rename("b/c/e.md", "b/f.md");
  expect(await tells(join("b", "c", "e.md"), join("b", "f.md"))).toContain(join("b", "c", "e.md"));
  remove("b/c/d.md");
  expect(await tells(join("b", "c", "d.md"))).toContain(join("b", "c", "d.md"));
});

test("of what an editor writes beside a file and puts in its place, it tells as of the file", async () => {
  const { put, rename, tells } = await aWatchedFolder({ "a.md": "A" });
  put("a.md~", "Another");
  rename("a.md~", "a.md");
  expect(await tells("a.md")).toContain("a.md");
});

test("of a folder that comes with all that is in it, and of what is done in it afterwards", async () => {
  const { at, put, tells } = await aWatchedFolder({ "a.md": "A" });
  const beside = aContentFolder({ "c/d.md": "D" });
  renameSync(beside.folder, at("b"));
  expect(await tells("b")).toContain("b");
  put("b/c/d.md", "Another");
  expect(await tells(join("b", "c", "d.md"))).toContain(join("b", "c", "d.md"));
  mkdirSync(at("b/c/new"));
  put("b/c/new/e.md", "E");
  expect(await tells(join("b", "c", "new"))).toContain(join("b", "c", "new"));
  put("b/c/new/e.md", "Another");
  expect(await tells(join("b", "c", "new", "e.md"))).toContain(join("b", "c", "new", "e.md"));
});

test("of a folder under its new name only, once it is renamed", async () => {
  const { put, rename, remove, tells } = await aWatchedFolder({ "a/b/c.md": "C" });
  rename("a", "z");
  expect(await tells("a", "z")).toContain("a");
  put("z/b/c.md", "Another");
  expect(await tells(join("z", "b", "c.md"))).not.toContain(join("a", "b", "c.md"));
  remove("z");
  expect(await tells("z")).toContain("z");
  put("z/b/c.md", "And another");
  expect(await tells("z")).toContain("z");
  put("z/b/c.md", "The last");
  expect(await tells(join("z", "b", "c.md"))).toContain(join("z", "b", "c.md"));
});

test("of nothing that is hidden, installed or behind a link", async () => {
  const { at, put, tells } = await aWatchedFolder({ "a.md": "A", ".git/b.md": "B" });
  const elsewhere = aContentFolder({ "c.md": "C" });
  symlinkSync(elsewhere.folder, at("link"));
  symlinkSync(at("."), at("again"));
  expect(await tells("link", "again")).toContain("link");
  elsewhere.put("c.md", "Another");
  put(".git/b.md", "Another");
  put("node_modules/x/readme.md", "X");
  put(".a.md.swp", "A");
  put("a.md", "Another");
  const told = [...(await tells("a.md"))].filter((way) => way !== "link" && way !== "again");
  expect(told).toEqual(["a.md"]);
});

test("that anything may have changed when its folder goes, and when it is back", async () => {
  const { folder, put, tells } = await aWatchedFolder({ "a.md": "A", "b/c.md": "C" });
  rmSync(folder, { recursive: true });
  expect(await tells(null)).toContain(null);
  mkdirSync(folder);
  writeFileSync(join(folder, "a.md"), "A");
  expect(await tells(null)).toContain(null);
  put("b/c.md", "C");
  expect(await tells("b")).toContain("b");
  renameSync(folder, `${folder}-away`);
  renameSync(`${folder}-away`, folder);
  expect(await tells(null)).toContain(null);
  put("b/c.md", "Another");
  expect(await tells(join("b", "c.md"))).toContain(join("b", "c.md"));
});

test("of what is done in folders that it was not told of, once it looked around", async () => {
  const { put, watch, tells } = await aWatchedFolder({ "a.md": "A", "b/c.md": "C" });
  await watch.lookAround();
  put("b/c.md", "Another");
  expect(await tells(join("b", "c.md"))).toContain(join("b", "c.md"));
});

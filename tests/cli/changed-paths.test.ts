import { expect, test } from "vitest";
import { ChangedPaths } from "@/lib/cli/changed-paths";

test("paths are told once, to the run that takes them up", () => {
  const paths = new ChangedPaths();
  for (const path of ["a.md", "b.md", "a.md"]) paths.add(path);
  expect(paths.take()).toEqual(["a.md", "b.md"]);
  paths.add("c.md");
  expect(paths.take()).toEqual(["c.md"]);
  expect(paths.take()).toEqual([]);
});

test("where anything may have changed, or very much has, all is looked at", () => {
  const paths = new ChangedPaths();
  paths.add("a.md");
  paths.add(null);
  expect(paths.take()).toBeNull();
  for (let i = 0; i <= 1000; i += 1) paths.add(`${i}.md`);
  expect(paths.take()).toBeNull();
  expect(paths.take()).toEqual([]);
});

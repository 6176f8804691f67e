import { expect, test } from "vitest";
import { draftAhead } from "@/lib/library/run/draft-ahead";
import { extractHere } from "@/lib/library/run/extract-documents";
import { aFile } from "../../support/documents";

const FILES = Array.from({ length: 12 }, (_, i) => aFile("# T\n", `content/${i}.md`));

test("drafts come in the order in which they are asked for, a few begun ahead", async () => {
  const begun: string[] = [];
  const draftOf = draftAhead(async (file) => {
    begun.push(file.path);
    return extractHere(file);
  }, FILES);
  const first = await draftOf(FILES[0] ?? aFile(""));
  expect(first.path).toBe("content/0.md");
  expect(begun.length).toBeGreaterThan(1);
  expect(begun.length).toBeLessThan(FILES.length);
  const paths = [first.path];
  for (const file of FILES.slice(1)) paths.push((await draftOf(file)).path);
  expect(paths).toEqual(FILES.map(({ path }) => path));
  expect(begun).toEqual(paths);
});

test("what fails ahead is told to whoever asks for it", async () => {
  const draftOf = draftAhead(async (file) => {
    if (file.path === "content/1.md") throw new Error("The worker is gone");
    return extractHere(file);
  }, FILES);
  expect((await draftOf(FILES[0] ?? aFile(""))).path).toBe("content/0.md");
  await expect(draftOf(FILES[1] ?? aFile(""))).rejects.toThrow("The worker is gone");
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { extractDocument } from "@/lib/ingest/extract-document";
import { renderMarkdown } from "@/lib/markdown/render";

test("each block says where it begins in the Markdown", () => {
  const html = renderMarkdown("First.\n\n## Second\n\n- third\n\n| a |\n| - |\n| b |\n");
  expect(html).toContain('<p data-at="0">First.</p>');
  expect(html).toContain('<h3 data-at="8">Second</h3>');
  expect(html).toContain('<li data-at="19">third</li>');
});

test("every key point of the user's document has a place in its answer", () => {
  const path = "content/aws-solutions-architect.md";
  const { questions } = extractDocument(
    { path, folders: [], bytes: readFileSync(path) },
    () => null,
  );
  const lost = questions.flatMap(({ number, answer, keyPoints }) => {
    const places = [...renderMarkdown(answer ?? "").matchAll(/data-at="(\d+)"/g)].map(([, at]) =>
      Number(at),
    );
    return keyPoints
      .filter(({ start }) => !places.some((at) => Math.abs(at - (start ?? 0)) < 8))
      .map(({ text, start }) => `${number}: ${start} ${text}`);
  });
  expect(lost).toEqual([]);
});

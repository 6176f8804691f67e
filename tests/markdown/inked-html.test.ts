import { describe, expect, test } from "vitest";
import { inkedHtml, type Passage } from "@/lib/domain/inked-html";
import { renderMarkdown } from "@/lib/markdown/render";

describe("an answer in ink", () => {
  test("has the ink of each passage on its blocks, and its last marks in words too where it begins", () => {
    const markdown = "Before.\n\n- **One**: first\n\n  its end\n- **Two**: second\n";
    const one = passage(markdown, "- **One**", { ink: 2, lately: ["recalled", "wrong"] });
    const html = inkedHtml(renderMarkdown(markdown), [one]);
    expect(html).toContain('<p data-at="0">Before.</p>');
    expect(html).toMatch(
      /<li data-at="9" data-ink="2"><span data-lately>.*\n<p data-at="11" data-ink="2">/,
    );
    expect(html).toContain('<span aria-hidden="true">●✕</span>');
    expect(html).toContain(
      '<span class="visually-hidden">- **One**: recalled, said wrongly. </span>',
    );
    expect(html).toMatch(/<li data-at="\d+">\s*<p data-at="\d+"><strong>Two/);
  });

  test("says what slips, and nothing of what no review assessed", () => {
    const slips = passage("Text.", "Text.", { lately: ["missed", "missed"], slipping: true });
    expect(inkedHtml(renderMarkdown("Text."), [slips])).toContain("○○<span>slipping</span>");
    const never = passage("Text.", "Text.", {});
    expect(inkedHtml(renderMarkdown("Text."), [never])).toBe(
      '<p data-at="0" data-ink="4">Text.</p>',
    );
  });

  test("is that of the passage which is lost first where two share a block", () => {
    const text = "One and two.";
    const passages = [passage(text, "One", { ink: 3 }), passage(text, "two", { ink: 1 })];
    expect(inkedHtml(renderMarkdown(text), passages)).toContain('data-ink="1"');
  });

  test("goes on under a heading until its passage ends; headings go down a level", () => {
    const text = "# One\n\nfirst\n\n# Two\n\nsecond";
    const one = { ...passage(text, "# One", { ink: 0 }), end: text.indexOf("# Two") };
    const html = inkedHtml(renderMarkdown(text), [one]);
    expect(html).toContain('<h4 data-at="0" data-ink="0">One</h4>');
    expect(html).toContain('<p data-at="7" data-ink="0">first</p>');
    expect(html).toContain('<h4 data-at="14">Two</h4>');
  });

  test("has marks before code, and in the first cell of a row", () => {
    const code = "    x = 1";
    const lately = ["recalled"] as const;
    expect(inkedHtml(renderMarkdown(code), [passage(code, "    x", { lately })])).toMatch(
      /^<span data-lately>.*<\/span><pre /,
    );
    const table = "| a |\n| - |\n| b |";
    expect(inkedHtml(renderMarkdown(table), [passage(table, "| b", { lately })])).toMatch(
      /<tr data-at="\d+" data-ink="4">\s*<td><span data-lately>/,
    );
  });

  test("takes nothing that a text or an attribute says for a block, and says nothing of it as HTML", () => {
    const text = 'A `<p data-at="0">` and [a link](https://a.example "<p data-at=\'0\'> \\" x").';
    const point = passage(text, "A", { lately: ["missed"] });
    const html = inkedHtml(renderMarkdown(text), [{ ...point, text: "<img src=x> & co" }]);
    expect(html.match(/ data-ink=/g)).toHaveLength(1);
    expect(html).toContain("&lt;img src=x> &amp; co: missed.");
    expect(html).not.toContain("<img");
  });
});

function passage(
  markdown: string,
  from: string,
  { ink = 4, lately = [], slipping = false }: Partial<Omit<Passage, "text" | "start" | "end">>,
): Passage {
  const start = markdown.indexOf(from);
  return { text: from, start, end: start + from.length, ink, lately, slipping };
}

import { describe, expect, test } from "vitest";
import { rendered as renderMarkdown } from "./html";
import { all, classes, elements, only, text } from "./html";

const ids = (markdown: string) =>
  elements(renderMarkdown(markdown)).flatMap((node) => node.properties.id ?? []);

const outline = (html: string) =>
  elements(html)
    .filter((node) => /^h\d$/.test(node.tagName))
    .map((node) => `${node.tagName} ${text(node)}`);

describe("GitHub's Markdown", () => {
  test("a table scrolls within a named group that the keyboard reaches", () => {
    const html = renderMarkdown("| a | b |\n|---|---:|\n| 1 | 2 |");
    expect(only(html, "div").properties).toEqual({
      className: ["scroll"],
      tabIndex: 0,
      role: "group",
      ariaLabel: "Table",
    });
    expect(all(html, "td").map(text)).toEqual(["1", "2"]);
    expect(all(html, "td")[1]?.properties.align).toBe("right");
  });

  test("the boxes of a task list are disabled and say whether it is done", () => {
    const boxes = all(renderMarkdown("- [x] Budget alarm\n- [ ] Trail"), "input");
    expect(boxes.map(({ properties }) => [properties.disabled, properties.ariaLabel])).toEqual([
      [true, "done"],
      [true, "to do"],
    ]);
  });

  test("strikethrough, small HTML and details stay", () => {
    const html = renderMarkdown(
      "~~old~~ <kbd>Ctrl</kbd> H<sub>2</sub>O x<sup>2</sup><br>\n\n<details><summary>More</summary>Text</details>",
    );
    const tags = elements(html).map((node) => node.tagName);
    expect(tags).toEqual(
      expect.arrayContaining(["del", "kbd", "sub", "sup", "br", "details", "summary"]),
    );
  });

  test("choices below each other stand on lines of their own; other lines run on", () => {
    const lines = (markdown: string) => all(renderMarkdown(markdown), "br").length;
    expect(
      lines("Which one is regional?\nA: An instance\nB: `A bucket`\nC: **A user**\nD: A subnet"),
    ).toBe(4);
    expect(lines("(a) `vpc`\n(b) `subnet`")).toBe(1);
    expect(lines("An answer of two lines,\nA. Einstein said.\nAnd so on.")).toBe(0);
    expect(lines("A plain\nparagraph")).toBe(0);
  });

  test("nothing gives nothing", () => {
    expect(renderMarkdown("")).toBe("");
    expect(renderMarkdown(" \n\n")).toBe("");
  });
});

describe("links within an answer", () => {
  test("a footnote leads to its note and back", () => {
    const html = renderMarkdown("Durable[^1].\n\n[^1]: Eleven nines.");
    const [there, back] = all(html, "a");
    const note = only(html, "li");
    expect(there?.properties.href).toBe(`#${String(note.properties.id)}`);
    expect(back?.properties.href).toBe(`#${String(there?.properties.id)}`);
    expect(there?.properties.ariaDescribedBy).toEqual([only(html, "h3").properties.id]);
    expect(note.properties.id).toMatch(/^user-content-[0-9a-f]{8}-fn-1$/);
  });

  test("two answers on one page share no id", () => {
    const one = ids("One[^1].\n\n[^1]: First.");
    const two = ids("Two[^1].\n\n[^1]: Second.");
    expect(one).toHaveLength(3);
    expect(one.filter((id) => two.includes(id))).toEqual([]);
  });

  test("a link leads to the heading it names as GitHub does", () => {
    const html = renderMarkdown("[there](#schritt-1-über)\n\n## Schritt 1: Über");
    const id = String(only(html, "h3").properties.id);
    expect(decodeURIComponent(only(html, "a").properties.href ?? "")).toBe(`#${id}`);
  });

  test("a link leads to an id that the author wrote", () => {
    const html = renderMarkdown('[there](#spot)\n\n<p id="spot">Here</p>');
    expect(only(html, "a").properties.href).toBe(`#${String(all(html, "p")[1]?.properties.id)}`);
  });

  test("a fragment without a target is plain text", () => {
    expect(renderMarkdown("[there](#nowhere) [bad](#%E0%A4%A)")).toBe(
      "<p><span>there</span> <span>bad</span></p>",
    );
  });
});

describe("links out of an answer", () => {
  test.each(["https://aws.amazon.com/", "http://localhost:9", "//example.com/x"])(
    "%s opens apart and says so",
    (url) => {
      const link = only(renderMarkdown(`[docs](${url})`), "a");
      expect(link.properties).toEqual({
        href: url,
        className: ["leaves"],
        target: "_blank",
        rel: ["noopener", "noreferrer"],
      });
      expect(text(link)).toBe("docs (opens in a new tab)");
    },
  );

  test("a bare address becomes a link", () => {
    const link = only(renderMarkdown("See https://example.com/a."), "a");
    expect(text(link)).toBe("https://example.com/a (opens in a new tab)");
  });

  test("a link without words shows its address", () => {
    expect(text(only(renderMarkdown("[](https://example.com)"), "a"))).toBe(
      "https://example.com (opens in a new tab)",
    );
  });

  test("mail stays a link", () => {
    const link = only(renderMarkdown("<me@example.org>"), "a");
    expect(link.properties).toEqual({ href: "mailto:me@example.org" });
  });

  test.each(["./vpc.md", "../a/b.md#c", "/etc/passwd", "notes.txt", "xmpp:me@example.org"])(
    "%s leads nowhere here and becomes plain text",
    (url) => {
      expect(renderMarkdown(`[file](${url})`)).toBe("<p><span>file</span></p>");
    },
  );
});

describe("pictures", () => {
  test("a remote picture becomes a link to it", () => {
    const html = renderMarkdown("![VPC layout](https://example.com/vpc.png)");
    expect(all(html, "img")).toEqual([]);
    expect(only(html, "a").properties.href).toBe("https://example.com/vpc.png");
    expect(text(only(html, "a"))).toBe("Image: VPC layout (opens in a new tab)");
  });

  test("a picture beside the document or within it becomes its description", () => {
    expect(renderMarkdown("![VPC](img/vpc.png)")).toBe("<p><em>Image: VPC</em></p>");
    expect(renderMarkdown("![VPC](data:image/png;base64,AAAA)")).toBe("<p><em>Image: VPC</em></p>");
    expect(renderMarkdown("![](img/vpc.png)")).toBe("<p><em>Image</em></p>");
  });

  test("a badge, a picture within a link, stays one link", () => {
    const html = renderMarkdown("[![Build](https://ci.example/b.svg)](https://ci.example)");
    expect(only(html, "a").properties.href).toBe("https://ci.example");
    expect(text(only(html, "em"))).toBe("Image: Build");
  });
});

describe("headings", () => {
  test("the shallowest becomes h3 and the others follow", () => {
    expect(outline(renderMarkdown("## A\n\n### B\n\n## C"))).toEqual(["h3 A", "h4 B", "h3 C"]);
    expect(outline(renderMarkdown("#### A\n\n##### B"))).toEqual(["h3 A", "h4 B"]);
  });

  test("no level is skipped", () => {
    expect(outline(renderMarkdown("# A\n\n#### B\n\n## C\n\n#### D"))).toEqual([
      "h3 A",
      "h4 B",
      "h4 C",
      "h5 D",
    ]);
    expect(outline(renderMarkdown("#### A\n\n### B\n\n#### C"))).toEqual(["h3 A", "h3 B", "h4 C"]);
  });

  test("none goes below h6", () => {
    const deep = [1, 2, 3, 4, 5, 6].map((rank) => `${"#".repeat(rank)} ${rank}`).join("\n\n");
    expect(outline(renderMarkdown(deep)).map((line) => line.slice(0, 2))).toEqual([
      "h3",
      "h4",
      "h5",
      "h6",
      "h6",
      "h6",
    ]);
  });

  test("the footnotes' hidden heading doesn't push the others down", () => {
    const html = renderMarkdown("### A[^1]\n\n[^1]: Note.");
    expect(outline(html)).toEqual(["h3 A1", "h3 Footnotes"]);
    expect(classes(all(html, "h3")[1] ?? only(html, "h3"))).toEqual(["visually-hidden"]);
  });
});

describe("hostile or broken text", () => {
  test("what nests too deeply comes back as its own escaped text", () => {
    const quotes = `${">".repeat(3000)}<b>&`;
    const html = renderMarkdown(quotes);
    expect(text(only(html, "pre"))).toBe(quotes);
    expect(elements(html)).toHaveLength(1);
    expect(text(only(renderMarkdown("<div>".repeat(20_000)), "pre"))).toHaveLength(100_000);
  });

  test("twenty thousand open brackets are only text", () => {
    expect(text(only(renderMarkdown("[".repeat(20_000)), "p"))).toHaveLength(20_000);
  });

  test("unclosed HTML doesn't swallow what follows the answer", () => {
    expect(renderMarkdown("<div><b>Bold\n\nNext")).toMatch(/<\/div>$/);
  });
});

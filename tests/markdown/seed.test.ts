import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { renderMarkdown } from "@/lib/markdown/render";
import { all, classes, elements, svgOf, text } from "./html";

const seed = readFileSync("content/aws-solutions-architect.md", "utf8");
const answers = seed
  .split(/^#### Question #\d+$/m)
  .slice(1)
  .map((part) => part.split(/^#### Answer:$/m)[1] ?? "");

describe("the document that ships with the app", () => {
  let rendered: string[] = [];
  beforeAll(() => {
    rendered = answers.map((answer) => renderMarkdown(answer));
  });

  test("has 25 answers, each rendered, none fallen back to its source", () => {
    expect(rendered).toHaveLength(25);
    expect(rendered.filter((html) => html.length < 1000)).toEqual([]);
    expect(
      rendered.flatMap(elements).filter((node) => classes(node).includes("as-written")),
    ).toEqual([]);
  });

  test("has 32 code blocks in known languages and one diagram, drawn", () => {
    const count: Record<string, number> = {};
    for (const pre of rendered.flatMap((html) => all(html, "pre"))) {
      const language = String(pre.properties.dataLanguage ?? "");
      if (language) count[language] = (count[language] ?? 0) + 1;
    }
    expect(count).toEqual({ bash: 6, hcl: 3, json: 12, mermaid: 1, python: 5, sql: 2, yaml: 4 });
    const highlighted = rendered
      .flatMap((html) => all(html, "code"))
      .filter((code) => classes(code).includes("hljs"));
    expect(highlighted).toHaveLength(32);
    // Two shell commands with no word that the grammar knows.
    const plain = highlighted.filter(
      (code) => !code.children.some(({ type }) => type === "element"),
    );
    expect(plain.map(text)).toEqual(["git checkout <previous-commit-hash>\nterraform apply\n"]);
    expect(rendered.flatMap((html) => all(html, "img")).map(classes)).toEqual([
      ["diagram-light"],
      ["diagram-dark"],
    ]);
  });

  test("has 9 tables, each in its own scroller", () => {
    expect(rendered.flatMap((html) => all(html, "table"))).toHaveLength(9);
    const scrollers = rendered.flatMap(elements).filter((node) => classes(node).includes("scroll"));
    expect(scrollers).toHaveLength(9);
  });

  test("has prices and shell variables, and no formula", () => {
    expect(rendered.flatMap((html) => all(html, "math"))).toEqual([]);
    const shown = rendered.flatMap((html) => all(html, "li").map(text)).join("\n");
    expect(shown).toContain("$0.00099/GB (vs. CloudWatch Logs");
    expect(shown).toContain("$1,000/month vs. Cloud WAN");
    expect(shown).toContain("$0.05/attachment = $0.75/month");
  });

  test("runs nothing and loads nothing from elsewhere", () => {
    const nodes = rendered.flatMap(elements);
    expect(nodes.filter((node) => node.tagName === "script")).toEqual([]);
    for (const image of nodes.filter((node) => node.properties.src !== undefined)) {
      expect(svgOf(image)).not.toMatch(/@import|url\((?!#)/);
    }
    expect(rendered.join("")).not.toMatch(/<script|<link|<iframe|@import|\ssrcset=/i);
  });

  test("puts every heading below the page's own, without a gap", () => {
    for (const html of rendered) {
      let previous = 2;
      for (const { tagName } of elements(html).filter((node) => /^h\d$/.test(node.tagName))) {
        const level = Number(tagName.slice(1));
        expect(level).toBeGreaterThanOrEqual(3);
        expect(level).toBeLessThanOrEqual(previous + 1);
        previous = level;
      }
    }
  });
});

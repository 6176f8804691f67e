import { describe, expect, test } from "vitest";
import { rendered as renderMarkdown } from "./html";
import { all, classes, elements, only, text } from "./html";

const fenced = (language: string, code: string) =>
  renderMarkdown(`\`\`\`${language}\n${code}\n\`\`\``);

/** Every token as "class: text", the way a stylesheet sees it. */
const tokens = (html: string) =>
  all(html, "span").map((span) => `${classes(span).join(".").replace("hljs-", "")}: ${text(span)}`);

describe("code", () => {
  test("a block says its language and scrolls by keyboard", () => {
    expect(only(fenced("JSON", "{}"), "pre").properties).toEqual({
      dataLanguage: "json",
      tabIndex: 0,
      role: "group",
      ariaLabel: "Code: json",
    });
  });

  test("a block without a language is plain", () => {
    const html = fenced("", "a < b");
    expect(only(html, "pre").properties).toEqual({
      tabIndex: 0,
      role: "group",
      ariaLabel: "Code",
    });
    expect(only(html, "code").properties).toEqual({});
    expect(text(only(html, "code"))).toBe("a < b\n");
  });

  test("an unknown language is plain and keeps its name", () => {
    const html = fenced("brainfuck", "+[-<+>]");
    expect(tokens(html)).toEqual([]);
    expect(text(only(html, "code"))).toBe("+[-<+>]\n");
    expect(only(html, "pre").properties.dataLanguage).toBe("brainfuck");
  });

  test.each([
    ["json", '{"a": 1', 'attr: "a"'],
    ["bash", "echo $HOME", "built_in: echo"],
    ["python", "def f(): pass", "keyword: def"],
    ["yaml", "a: true", "literal: true"],
    ["sql", "SELECT 1", "keyword: SELECT"],
    ["ts", "const a = 1", "keyword: const"],
    ["go", "func main() {}", "keyword: func"],
  ])("%s is highlighted", (language, code, token) => {
    expect(tokens(fenced(language, code))).toContain(token);
  });

  test("code within a list item is highlighted too", () => {
    const html = renderMarkdown('- Policy:\n  ```json\n  {"a": 1}\n  ```');
    expect(tokens(html)).toContain("number: 1");
  });

  test("what highlighting adds is only spans: the code reads as it was written", () => {
    const code = "x = \"<script>\" & 'y' # done";
    const html = fenced("python", code);
    expect(text(only(html, "code"))).toBe(`${code}\n`);
    expect(new Set(elements(html).map((node) => node.tagName))).toEqual(
      new Set(["pre", "code", "span"]),
    );
  });
});

describe("HCL", () => {
  test.each(["hcl", "tf", "terraform"])("is known as %s", (language) => {
    expect(tokens(fenced(language, 'resource "aws_vpc" "main" {}'))).toEqual([
      "keyword: resource",
      'string: "aws_vpc"',
      'string: "main"',
    ]);
  });

  test("attributes, templates, calls, literals and comments have their colours", () => {
    const code = [
      "# the bucket",
      'bucket = "logs-${var.name}"',
      "count  = length(local.zones)",
      "public = false",
    ].join("\n");
    expect(tokens(fenced("hcl", code))).toEqual([
      "comment: # the bucket",
      "attr: bucket",
      'string: "logs-${var.name}"',
      "subst: ${var.name}",
      "variable.language_: var",
      "attr: count",
      "title.function_: length",
      "variable.language_: local",
      "attr: public",
      "literal: false",
    ]);
  });

  test("a heredoc ends at its own marker", () => {
    const html = fenced("hcl", "policy = <<-EOT\n  not_EOT ${path.root}\n  EOT\nnext = 1");
    expect(tokens(html)).toEqual([
      "attr: policy",
      "string: <<-EOT\n  not_EOT ${path.root}\n  EOT",
      "subst: ${path.root}",
      "variable.language_: path",
      "attr: next",
      "number: 1",
    ]);
  });

  test("a comparison is no attribute, and a template may hold a string", () => {
    expect(tokens(fenced("hcl", 'a == b ? "${f("x")}" : null'))).toEqual([
      'string: "${f("x")}"',
      'subst: ${f("x")}',
      "title.function_: f",
      'string: "x"',
      "literal: null",
    ]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { all, only, rendered as renderMarkdown, text } from "./html";

/** The TeX of each formula that is set. */
const formulas = (markdown: string) => all(renderMarkdown(markdown), "annotation").map(text);
const shown = (markdown: string) => text(only(renderMarkdown(markdown), "p"));

describe("what is a formula", () => {
  test.each([
    ["so $a_i * b_j * c$ it is", ["a_i * b_j * c"]],
    ["the $n$th of $k$ in $O(n \\log n)$.", ["n", "k", "O(n \\log n)"]],
    ["($x$), **$y$**, “$z$”, $k$-means", ["x", "y", "z", "k"]],
    ["$x = \\text{if and only if } y$", ["x = \\text{if and only if } y"]],
    ["$\\{x\\}$ costs \\$5 or $y$", ["\\{x\\}", "y"]],
    ["over\n$a +\nb$ lines", ["a +\nb"]],
    ["in text $$x^2$$ and after", ["x^2"]],
    ["$$ x = 1 $$", ["x = 1"]],
    ["$$x = \\text{if $y$}$$", ["x = \\text{if $y$}"]],
    ["$$\na\n+ b\n\n- c\n$$", ["a\n+ b\n\n- c"]],
    ["- item\n\n  $$\n  x\n  $$", ["x"]],
    ["> $$\n> x\n> $$", ["x"]],
    ["```math\nx^2\n```", ["x^2\n"]],
    ["| a |\n|---|\n| $x$ |", ["x"]],
    ["\t$x$\n\n1. a\n\n\t$y$", ["y"]],
  ])("%j", (markdown, expected) => {
    expect(formulas(markdown)).toEqual(expected);
  });

  test("one on lines of its own is set apart, one in a sentence is not", () => {
    const apart = (markdown: string) =>
      only(renderMarkdown(markdown), "math").properties["display"];
    expect(apart("$$\nx\n$$")).toBe("block");
    expect(apart("Then $$x$$ follows")).toBe("block");
    expect(apart("Then $x$ follows")).toBeUndefined();
  });
});

describe("what is none", () => {
  test.each([
    "costs $5 and $10",
    "from $5 to 10$ a month",
    "$5k and 10k$ each",
    "US$5 or US$6, $1,000.00 and $2",
    "$10-$20 a month, 5$ and 10$ more",
    "set $HOME and $PATH:$HOME",
    "$HOME/$USER, $foo$bar, ${A}/${B}",
    "$PATH:${HOME}/bin and $(pwd):$(date)",
    "kill $$ and echo $$ again",
    "foo$|^bar$ is a pattern",
    "$a $b $c $",
    "a $ b $ c",
    "\\$x\\$ and $x\\$",
    "$$$ and $$$$",
    "$ $ and $$ $$ in a row",
  ])("%j stays as it is", (markdown) => {
    expect(formulas(markdown)).toEqual([]);
    expect(shown(markdown)).toBe(markdown.replaceAll("\\$", "$"));
  });

  test("a $$ that nothing closes takes nothing of what follows", () => {
    const html = renderMarkdown("Before\n\n$$\nx = 1\n\n- one\n- two\n\n## Next");
    expect(all(html, "li").map(text)).toEqual(["one", "two"]);
    expect(all(html, "h3").map(text)).toEqual(["Next"]);
    expect(html).toContain("$$");
  });

  test("code keeps its dollars", () => {
    expect(formulas("`$x$` and `$$y$$`\n\n```bash\necho $a$\n$$\n$$\n```")).toEqual([]);
  });

  test("a paragraph's end ends it", () => {
    expect(formulas("one $x\n\ny$ two")).toEqual([]);
  });
});

describe("a formula", () => {
  test("is MathML, which screen readers read, with its source kept for copying", () => {
    const html = renderMarkdown("Takes $\\frac{a}{b}$.");
    expect(all(html, "mfrac")).toHaveLength(1);
    expect(only(html, "span").properties).toEqual({ className: ["formula"] });
    expect(html).not.toMatch(/katex|style=/);
  });

  test("scrolls within itself where it may be wide, by keyboard too", () => {
    const scrolls = { tabIndex: 0, role: "group", ariaLabel: "Formula" };
    const wide = only(renderMarkdown(`$${"a + ".repeat(20)}b$`), "span");
    expect(wide.properties).toMatchObject(scrolls);
    expect(only(renderMarkdown("$$\nx\n$$"), "div").properties).toMatchObject(scrolls);
  });

  test.each([
    ["an unknown command", "\\nonsense{x}"],
    ["one that is not closed", "\\frac{a"],
    ["one that defines macros", "\\def\\a{x}\\a"],
    ["endless nesting", "{".repeat(1500)],
  ])("with %s stays code, as written", (_, tex) => {
    const html = renderMarkdown(`see $${tex}$ here`);
    expect(all(html, "math")).toEqual([]);
    expect(text(only(html, "code"))).toBe(`$${tex}$`);
    const block = renderMarkdown(`$$\n${tex}\n$$`);
    expect(text(only(block, "pre"))).toBe(`$$\n${tex}\n$$`);
  });

  test.each(["\\href{javascript:1}{x}", "\\includegraphics{https://x.y}", "\\htmlStyle{top:0}{x}"])(
    "that would link, load or style, %s, stays code",
    (tex) => {
      expect(renderMarkdown(`$${tex}$`)).toBe(`<p><code>$${tex}$</code></p>`);
    },
  );

  test("takes its colours from the page", () => {
    const html = renderMarkdown("$\\fcolorbox{red}{blue}{\\color{red}x}$");
    expect(all(html, "math")).toHaveLength(1);
    expect(html).not.toMatch(/ style=|color="|background=/);
  });

  test("may not be as large as the page", () => {
    expect(renderMarkdown("$\\hspace{9999em}x$")).toContain('width="20em"');
  });

  test("past the five hundredth stays code: a text may take the time that it needs, not all", () => {
    const html = renderMarkdown("$x$ ".repeat(502));
    expect(all(html, "math")).toHaveLength(500);
    expect(all(html, "code").map(text)).toEqual(["$x$", "$x$"]);
  });

  test("can be written as HTML, and not be faked", () => {
    const html = renderMarkdown('<code class="language-math math-display">x</code>');
    expect(only(html, "math").properties["display"]).toBe("block");
    const faked =
      '<div class="formula" data-formula="x" tabindex="0"><math><mi>x</mi></math></div>';
    expect(renderMarkdown(faked)).toBe("<div>x</div>");
  });
});

test("amounts among words are never a formula", () => {
  const amount = fc.tuple(fc.nat(), fc.constantFrom("$", "US$", "$ ")).map(([n, sign]) => sign + n);
  const word = fc.constantFrom("and", "or", "a month,", "per GB.", "(that is", "more)", "–", "to");
  fc.assert(
    fc.property(fc.array(fc.oneof(amount, word)), (parts) => {
      expect(formulas(parts.join(" "))).toEqual([]);
    }),
  );
});

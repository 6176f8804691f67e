import fc from "fast-check";
import { expect, test } from "vitest";
import { excerpt, termsIn } from "@/lib/domain/search-excerpt";
import { readSearch } from "@/lib/domain/search-query";

test("a passage has what was found in its middle, whole words, and no marks of Markdown", () => {
  const answer = `## A heading\n\n${"Before it there is much. ".repeat(30)}\n\n- **The [route](https://example.com/a)** that is \`longest\` wins.\n\n${"After it too. ".repeat(30)}`;
  const text = shown(answer, "longest route");
  expect(text).toMatch(/^… /);
  expect(text).toContain("The [route] that is [longest] wins.");
  expect(text).toMatch(/\w\.? …$/);
  expect(text.length).toBeLessThan(230);
});

test("what was found is shown as it is written", () => {
  expect(shown("Is C++ like Zürich?", "c++ zuri")).toBe("Is [C++] like [Zürich]?");
  expect(shown("a phrase of words", '"phrase of"')).toBe("a [phrase of] words");
  expect(shown("数据库索引", "据库")).toBe("数[据库]索引");
});

test("a text that says nothing of it is shown from its beginning", () => {
  expect(shown("Short.", "other")).toBe("Short.");
  expect(shown("", "other")).toBe("");
});

test("how many of the terms a text says", () => {
  const { terms } = readSearch("route longest none");
  expect(termsIn("The longest route", terms)).toBe(2);
});

test("property: a passage says what its text says, in its order, and is short", () => {
  const words = fc.constantFrom(
    "vpc",
    "iam",
    "**role**",
    "`a`",
    "\n\n",
    "long",
    "日本",
    "C++",
    "[x](y)",
  );
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 300 }),
      fc.array(words, { maxLength: 3 }),
      (text, asked) => {
        const found = shown(text.join(" "), asked.join(" "));
        expect(found.length).toBeLessThan(300);
        expect(found).not.toContain("[]");
      },
    ),
  );
});

function shown(markdown: string, typed: string): string {
  return excerpt(markdown, readSearch(typed).terms)
    .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
    .join("");
}

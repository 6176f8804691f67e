import { expect, test } from "vitest";
import { renderMarkdown } from "@/lib/markdown/render";
import { all, only } from "./html";

const pictures = new Map([
  ["img/vpc layout.png", { address: "/api/media/abc", width: 800, height: 600 }],
]);
const render = (markdown: string) => renderMarkdown(markdown, { pictures });

test("a picture that came with its document is shown in its size, and loaded when it is near", () => {
  const image = only(render("![VPC](img/vpc%20layout.png)"), "img");
  expect(image.properties).toEqual({
    src: "/api/media/abc",
    width: 800,
    height: 600,
    alt: "VPC",
    loading: "lazy",
  });
});

test("one within a link stays in it, and one without description says nothing", () => {
  const html = render("[![](<img/vpc layout.png>)](https://example.com)");
  expect(only(html, "img").properties.alt).toBe("");
  expect(only(html, "a").properties.href).toBe("https://example.com");
});

test("the width that its author gave holds, with its proportions", () => {
  const size = (width: string) => {
    const { properties } = only(render(`<img src="img/vpc layout.png" width="${width}">`), "img");
    return [properties.width, properties.height];
  };
  expect(size("400")).toEqual([400, 300]);
  for (const junk of ["50%", "-1", "0", "x"]) expect(size(junk)).toEqual([800, 600]);
});

test("no picture but a known one is loaded", () => {
  for (const source of [
    "https://example.com/a.png",
    "//example.com/a.png",
    "other.png",
    "/api/media/abc",
    "data:image/png;base64,AAAA",
  ]) {
    const html = render(
      `![A](${source})\n\n<img src="${source}" loading="lazy" srcset="${source}">`,
    );
    expect([source, all(html, "img")]).toEqual([source, []]);
  }
});

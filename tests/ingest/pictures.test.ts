import { remark } from "remark";
import { describe, expect, test } from "vitest";
import { picturePath } from "@/lib/domain/picture";
import { picturesOf } from "@/lib/ingest/pictures";

const pictures = (markdown: string) =>
  picturesOf(markdown, remark().parse(markdown)).map(({ path, line }) => `${line} ${path}`);

describe("the pictures that a document refers to", () => {
  test("are found as Markdown, by reference and as HTML, each once with its line", () => {
    const found = pictures(
      [
        "![A](a.png) and ![again](a.png)",
        "",
        "- ![B][b]",
        "",
        '<p align="center"><img width="20" src="img/c.svg?raw=true"></p>',
        "",
        "Inline <img alt='>' src='d.gif'> too.",
        "",
        "[b]: ../up/b.webp 'A title'",
      ].join("\n"),
    );
    expect(found).toEqual(["1 a.png", "3 ../up/b.webp", "5 img/c.svg"]);
  });

  test("are files beside it: no other site, no place on this machine, no data", () => {
    for (const url of [
      "https://example.com/a.png",
      "//example.com/a.png",
      "\\\\host\\a.png",
      "/etc/a.png",
      "file:///etc/a.png",
      "FILE:a.png",
      "C:\\a.png",
      "c:/a.png",
      "data:image/png;base64,AAAA",
      "%2Fetc/a.png",
      "#a",
      "?a.png",
      "",
    ])
      expect([url, picturePath(url)]).toEqual([url, null]);
  });

  test("are named as their files are", () => {
    expect(picturePath("img/a%20b.png?raw=true#top")).toBe("img/a b.png");
    expect(picturePath("img\\a.png")).toBe("img/a.png");
    expect(picturePath("100%.png")).toBe("100%.png");
    expect(pictures("![A](<img/a b.png>)")).toEqual(["1 img/a b.png"]);
  });

  test("are found in a megabyte of broken tags at once", () => {
    expect(pictures(`<p>\n${"<img src src=".repeat(80_000)}`)).toEqual([]);
  });
});

import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPicture } from "@/lib/ingest/pictures-read";
import { aJpeg, aPng, GIF, SVG, WEBP } from "@/tests/support/pictures";
import { aFolder } from "@/tests/support/store";

/** A folder `docs` with a document in `docs/aws`, and files beside and outside of it. */
function aPlace(files: Record<string, string | Uint8Array>) {
  const outside = aFolder();
  const root = join(outside, "docs");
  mkdirSync(join(root, "aws/img"), { recursive: true });
  for (const [path, bytes] of Object.entries(files)) writeFileSync(join(root, path), bytes);
  const read = async (path: string) => {
    const picture = await readPicture(root, join(root, "aws/vpc.md"), path);
    if (!picture.ok) return picture.error.code;
    const { type, width, height } = picture.value;
    return `${type} ${width}×${height}`;
  };
  return { root, outside, read };
}

describe("a picture beside a document", () => {
  test("is what its bytes say, whatever its name says", async () => {
    const { read } = aPlace({
      "aws/a.txt": aPng(30, 20),
      "aws/b.png": aJpeg(64, 48),
      "aws/c": GIF,
      "aws/d.webp": WEBP,
      "aws/img/e.svg": `<?xml version="1.0"?>\n<!-- drawn > by hand -->\n<!DOCTYPE svg>\n${SVG}`,
      "top.svg": '<svg viewBox="0 0 12.5 8"/>',
    });
    expect(await read("a.txt")).toBe("image/png 30×20");
    expect(await read("b.png")).toBe("image/jpeg 64×48");
    expect(await read("c")).toBe("image/gif 1×1");
    expect(await read("d.webp")).toBe("image/webp 1×1");
    expect(await read("img/e.svg")).toBe("image/svg+xml 40×30");
    expect(await read("../top.svg")).toBe("image/svg+xml 13×8");
  });

  test("stands upright when it was taken with the camera turned", async () => {
    const { read } = aPlace({ "aws/a.jpg": aJpeg(64, 48, 6) });
    expect(await read("a.jpg")).toBe("image/jpeg 48×64");
  });

  test("is no page, no text and no half of a picture", async () => {
    const { read } = aPlace({
      "aws/page.svg": `<html><svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/></html>`,
      "aws/text.png": "# Not a picture",
      "aws/half.png": aPng(30, 20).subarray(0, 12),
      "aws/empty.png": "",
    });
    for (const name of ["page.svg", "text.png", "half.png", "empty.png"])
      expect([name, await read(name)]).toEqual([name, "picture-unusable"]);
  });

  test("is at most 10 MB", async () => {
    const { root, read } = aPlace({ "aws/a.png": aPng(3, 2), "aws/b.png": aPng(3, 2) });
    truncateSync(join(root, "aws/a.png"), 10_000_000);
    truncateSync(join(root, "aws/b.png"), 10_000_001);
    expect(await read("a.png")).toBe("image/png 3×2");
    expect(await read("b.png")).toBe("picture-unusable");
  });

  test("is never read from outside the folder, by whatever path or link", async () => {
    const { root, outside, read } = aPlace({ "aws/in.png": aPng(3, 2) });
    writeFileSync(join(outside, "secret.png"), aPng(9, 9));
    symlinkSync(join(outside, "secret.png"), join(root, "aws/link.png"));
    symlinkSync(outside, join(root, "aws/folder"));
    symlinkSync(join(root, "aws/in.png"), join(root, "within.png"));
    for (const path of [
      "../../secret.png",
      "img/../../../secret.png",
      join(outside, "secret.png"),
      "link.png",
      "folder/secret.png",
      "nothing.png",
      "img",
      "..",
      "a\0.png",
    ])
      expect([path, await read(path)]).toEqual([path, "picture-missing"]);
    expect(await read("../within.png")).toBe("image/png 3×2");
  });
});

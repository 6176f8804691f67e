import { readFileSync } from "node:fs";
import { assert, property, string, stringMatching, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, repairMacRoman } from "@/lib/ingest/decode";

const utf8 = (text: string) => new TextEncoder().encode(text);
const damage = (text: string) => new TextDecoder("macintosh").decode(utf8(text));
const repaired = (text: string) => repairMacRoman(text).text;
const problemOf = (bytes: Uint8Array) => {
  const decoded = decode(bytes);
  return decoded.ok ? null : decoded.problem.code;
};

describe("decoding a file", () => {
  test.each([
    ["an empty file", new Uint8Array(), "empty-file"],
    ["a file of blank lines", utf8(" \n\t\r\n\n"), "empty-file"],
    ["a file of nothing but a byte order mark", new Uint8Array([0xef, 0xbb, 0xbf]), "empty-file"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "binary-file"],
    ["text in UTF-16", new Uint8Array([0xff, 0xfe, 0x41, 0, 0x42, 0]), "binary-file"],
    ["text in Latin-1", new Uint8Array([0x63, 0x61, 0x66, 0xe9]), "not-utf8"],
    ["text cut in the middle of a character", utf8("café").subarray(0, 4), "not-utf8"],
  ])("%s has a problem of its own", (_, bytes, code) => {
    expect(problemOf(bytes)).toBe(code);
  });

  test("each problem says what is wrong and what to do", () => {
    for (const bytes of [new Uint8Array(), new Uint8Array([0]), new Uint8Array([0xff])]) {
      expect(decode(bytes)).toMatchObject({
        ok: false,
        problem: {
          line: 1,
          severity: "error",
          message: expect.stringMatching(/^[A-Z].+\.$/),
          remedy: expect.stringMatching(/^[A-Z].+\.$/),
        },
      });
    }
  });

  test("drops a byte order mark, whole or damaged, and nothing else", () => {
    expect(decode(utf8("\uFEFF# Café\r\n"))).toEqual({
      ok: true,
      text: "# Café\r\n",
      encodingRepairs: 0,
    });
    expect(decode(utf8(damage("\uFEFF# ’")))).toMatchObject({ ok: true, text: "# ’" });
  });

  test("never throws, whatever the bytes, and answers text or one problem", () => {
    assert(
      property(uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decode(bytes);
        expect(decoded.ok ? decoded.text.trim() : decoded.problem.remedy).not.toBe("");
      }),
    );
  });
});

describe("text damaged by Mac Roman", () => {
  test.each([
    ["Security Hub‚Äôs", "Security Hub’s"],
    ["Raw ‚Üí Clean", "Raw → Clean"],
    ["\uF8FFüîç Step 1", "🔍 Step 1"],
    ["‚öôÔ∏è Rotation", "⚙️ Rotation"],
    ["caf√© au lait", "café au lait"],
    ["a ‚Ä¢ b ‚Ä¢ c", "a • b • c"],
  ])("%s was %s", (broken, whole) => {
    expect(repaired(broken)).toBe(whole);
  });

  test("an emoji that begins with the Apple character U+F8FF comes back", () => {
    expect(damage("🚀")).toBe("\uF8FFüöÄ");
    expect(repaired("\uF8FFüöÄ")).toBe("🚀");
  });

  test("each run repaired is counted once, however many characters it holds", () => {
    expect(repairMacRoman("‚Äô x ‚Üí‚Üí y √© z").encodingRepairs).toBe(3);
  });

  test("comes back as it was, whatever it was", () => {
    assert(
      property(string({ unit: "binary", maxLength: 80 }), (text) => {
        expect(repaired(damage(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test("a run that no honest text holds is repaired beside honest accents", () => {
    expect(repairMacRoman("Das Café, das Büro: Hub‚Äôs Größe")).toEqual({
      text: "Das Café, das Büro: Hub’s Größe",
      encodingRepairs: 1,
    });
  });

  test("the document that ships with the app has 242 such runs, and none is left", () => {
    const seed = decode(readFileSync("content/aws-solutions-architect.md"));
    expect(seed).toMatchObject({ ok: true, encodingRepairs: 242 });
    const text = seed.ok ? seed.text : "";
    expect(text).not.toMatch(/[‚√üÔ]/);
    expect(repairMacRoman(text)).toEqual({ text, encodingRepairs: 0 });
  });
});

describe("undamaged text", () => {
  test.each([
    "Café, naïve, Ärger, Größe, œuvre, ¿qué?",
    "l’été, d’être, qu’à, l’École",
    "“Über” and ‘Ärger’",
    "«École» et «Être»",
    "”Är du här?” sade hon – ”Åh nej!”",
    "5 µs ± 2 µs, π ≈ 3.14, √π ≈ 1.77",
    "it’s “quoted” – and — dashed… • 20 °C",
    "日本語のテキスト、中文，한국어",
    "Привет, мир; Україна, ґанок",
    "مرحبا بالعالم שלום",
    "🔒 ⚙️ 👩‍👩‍👧 🇩🇪 ✅ ½ ∑ Ω",
  ])("stays: %s", (text) => {
    expect(repairMacRoman(text)).toEqual({ text, encodingRepairs: 0 });
  });

  // No character of these scripts is in Mac Roman's table, so they can't have come from it.
  test("of scripts and pictures that Mac Roman lacks is never changed", () => {
    const foreign = stringMatching(
      /^(?:[A-Za-z \n]|[\u0400-\u052F]|[\u05D0-\u06FF]|[\u3041-\u9FFF]|[\uAC00-\uD7A3]|[\u{1F300}-\u{1FAFF}]){0,60}$/u,
    );
    assert(
      property(foreign, (text) => {
        expect(repairMacRoman(text)).toEqual({ text, encodingRepairs: 0 });
      }),
    );
  });

  test("with single accents between Latin letters is never changed", () => {
    const western = stringMatching(
      /^(?:[a-zA-Z ]{1,5}[éèêëàâäåçîïñôöùûüÿæœßÄÅÇÉÑÖÜÀÃÕŒŸÊÁËÈÍÎÏÌÓÔ]){0,20}$/u,
    );
    assert(
      property(western, (text) => {
        expect(repaired(text)).toBe(text);
      }),
    );
  });

  // Left out are strings that *are* damaged text: nobody can tell `√π` alone from a broken `ù`.
  test("is changed only where damaging the result gives it back", () => {
    assert(
      property(string({ unit: "binary", maxLength: 60 }), (text) => {
        const runs = text.match(/\P{ASCII}+/gu) ?? [];
        const { encodingRepairs } = repairMacRoman(text);
        const truly = runs.filter((run) => damage(repaired(run)) === run);
        expect(encodingRepairs).toBeLessThanOrEqual(truly.length);
      }),
    );
  });

  test("keeps its lines, damaged or not", () => {
    const lines = (text: string) => text.split(/\r\n|\r|\n/).length;
    assert(
      property(stringMatching(/^(?:[\r\n]|[a-z]|[\u0080-\u2fff]|[‚Äôü√®]){0,60}$/u), (text) => {
        expect(lines(repaired(text))).toBe(lines(text));
        expect(lines(repaired(damage(text)))).toBe(lines(text));
      }),
    );
  });
});

import { readFileSync } from "node:fs";
import { array, assert, constantFrom, property, stringMatching, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { LATIN_1, MAC_ROMAN, WINDOWS_1252 } from "@/lib/ingest/code-pages";
import { decode } from "@/lib/ingest/decode";
import { repairEncoding } from "@/lib/ingest/repair-encoding";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, swap: boolean) => {
  const bytes = Buffer.from(text, "utf16le");
  return new Uint8Array(swap ? bytes.swap16() : bytes);
};
const inPage = (table: string[], text: string) =>
  Uint8Array.from(text, (c) => (c < "\u0080" ? c.charCodeAt(0) : 128 + table.indexOf(c)));

/** What a program shows that reads UTF-8 in another code page. */
const damageBy = (table: string[]) => (text: string) =>
  Array.from(utf8(text), (byte) => table[byte - 128] ?? String.fromCharCode(byte)).join("");
const byMacRoman = damageBy(MAC_ROMAN);
const byWindows = damageBy(WINDOWS_1252);
const byLatin1 = damageBy(LATIN_1);
const WAYS = [
  ["Mac Roman", byMacRoman],
  ["Windows-1252", byWindows],
  ["Latin-1", byLatin1],
] as const;

const repaired = (text: string) => repairEncoding(text).text;
const textOf = (bytes: Uint8Array) => {
  const decoded = decode(bytes);
  return decoded.ok ? decoded.text : decoded.problem.code;
};

describe("decoding a file", () => {
  const text = "# Café\r\n\r\n– “日本語” 🔒\r\n";

  test.each([
    ["UTF-8", utf8(text)],
    ["UTF-8 with a byte order mark", utf8(`\uFEFF${text}`)],
    ["UTF-8 with a damaged byte order mark", utf8(byMacRoman(`\uFEFF${text}`))],
    ["UTF-16, little end first", utf16(`\uFEFF${text}`, false)],
    ["UTF-16, big end first", utf16(`\uFEFF${text}`, true)],
    ["UTF-16 without a mark, little end first", utf16(text, false)],
    ["UTF-16 without a mark, big end first", utf16(text, true)],
  ])("reads %s, and keeps its line ends", (_, bytes) => {
    expect(decode(bytes)).toMatchObject({ ok: true, text, problems: [] });
  });

  test("reads Windows-1252, and says so", () => {
    const western = "Der Größe nach – „ganz“ wie’s beliebt: 5 €\n";
    expect(decode(inPage(WINDOWS_1252, western))).toMatchObject({
      ok: true,
      text: western,
      encodingRepairs: 0,
      problems: [{ line: 1, severity: "warning", code: "encoding-assumed" }],
    });
  });

  test.each([
    ["an empty file", new Uint8Array(), "empty-file"],
    ["a file of blank lines", utf8(" \n\t\r\n\n"), "empty-file"],
    ["a file of nothing but a byte order mark", new Uint8Array([0xef, 0xbb, 0xbf]), "empty-file"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "binary-file"],
    ["text with a NUL in it", utf8("What is C?\n\0\nA language.\n"), "binary-file"],
    ["half a character of UTF-16", new Uint8Array([0xff, 0xfe, 0x41, 0, 0x42]), "binary-file"],
    ["text in KOI8-R", new Uint8Array([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]), "encoding-unreadable"],
    [
      "a byte that Windows-1252 lacks",
      new Uint8Array([0x63, 0x61, 0x66, 0x90]),
      "encoding-unreadable",
    ],
    [
      "UTF-8 cut in the middle of a character",
      utf8("é – à").subarray(0, -1),
      "encoding-unreadable",
    ],
  ])("%s has a problem of its own", (_, bytes, code) => {
    expect(textOf(bytes)).toBe(code);
  });

  test("names the line where UTF-8 breaks", () => {
    const bytes = new Uint8Array([...utf8("Çà et là\r\nd’été\n"), 0xe9, ...utf8("\nfin\n")]);
    expect(decode(bytes)).toMatchObject({ problem: { code: "encoding-unreadable", line: 3 } });
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

  test("never throws, whatever the bytes, and answers text or one problem", () => {
    assert(
      property(uint8Array({ maxLength: 200 }), (bytes) => {
        expect(textOf(bytes).trim()).not.toBe("");
      }),
    );
  });
});

// Words and marks as documents have them, set as each language sets them.
const WORDS = `
  cache|S3|the|I|API|café|été|l’été|École|l’École|où|à|ça|œuvre|NOËL|garçon
  Größe|Übung|ÄRGER|Spaß|für|Öl|jäh|STRASSE|Maß|ål|på|Ærø|Åse|sjö|perché|è|COSÌ|città
  niño|¿qué|está|AQUÍ|ESPAÑA|ação|MAÇÃ|amanhã|IRMÃ|às|şey|ığdır|hâlâ|İstanbul|țară|și
  ő|űr|żółć|łódź|ŚWIĘTO|kůň|šťastný|Tiếng|Việt|được|ở|đâu|lỗi|nguyễn|ơi|ư
  привет|мир|я|в|Ґанок|Γειά|σου|π|שלום|مرحبا|في|नमस्ते|สวัสดี|Հայերեն
  日本語|の|テスト|中文|一|한국어|한|🔒|⚙️|👩‍👩‍👧|👍🏽|🇩🇪|✅|🚀|½|²|5 µs|20 °C|3 × 4|±2|√2|π ≈ 3
  →|├──|│|└─|═╬═|•|■|…|№ 5|§ 3|©|™|5 €|£3|¥|₹|∑ x|≤|∞`
  .trim()
  .split(/\n\s*|\|/);
const SET = "_|“_”|‘_’|„_“|«_»|«\u00a0_\u00a0»|»_«|_…|_,|_.|_:|— _|_ –|_—_|(_)|**_**|`_`".split(
  "|",
);
const word = constantFrom(...WORDS).chain((inner) =>
  constantFrom(...SET).map((form) => form.replaceAll("_", inner)),
);
const documentText = array(word, { maxLength: 30 }).map((words) => words.join(" "));
// A broken `я` or `ù` alone could be an honest `—è` or `√π`: something must be broken beyond doubt.
const damageable = documentText.map((text) => `It’s ${text}`);

describe("damaged text", () => {
  test.each([
    ["Security Hub‚Äôs", "Security Hub’s"],
    ["Raw ‚Üí Clean", "Raw → Clean"],
    ["\uF8FFüîç Step 1", "🔍 Step 1"],
    ["‚öôÔ∏è Rotation", "⚙️ Rotation"],
    ["caf√© au lait", "café au lait"],
    ["a ‚Ä¢ b ‚Ä¢ c", "a • b • c"],
    ["20 ¬∞C", "20 °C"],
    ["Hub‚Äö√Ñ√¥s, caf‚àö¬©", "Hub’s, café"],
    ["itâ€™s â€œquotedâ€\u009d", "it’s “quoted”"],
    ["itâ\u0080\u0099s", "it’s"],
    ["cafÃ© Ã\u00a0 la mode, 3 Ã— 4", "café à la mode, 3 × 4"],
    ["ESPAÃ‘A, CÃ”TE, Ã–sterreich", "ESPAÑA, CÔTE, Österreich"],
    ["ðŸ”’ Step âœ…", "🔒 Step ✅"],
    ["itÃ¢â‚¬â„¢s, cafÃƒÂ©", "it’s, café"],
    ["ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"],
    ["APIã‚’ä½¿ã\u0081†", "APIを使う"],
  ])("%s was %s", (broken, whole) => {
    expect(repaired(broken)).toBe(whole);
  });

  test("an emoji that begins with the Apple character U+F8FF comes back", () => {
    expect(byMacRoman("🚀")).toBe("\uF8FFüöÄ");
    expect(repaired("\uF8FFüöÄ")).toBe("🚀");
  });

  test("each run repaired is counted once, however many characters it holds or how often it broke", () => {
    expect(repairEncoding("‚Äô x ‚Üí‚Üí y √© z").encodingRepairs).toBe(3);
    expect(repairEncoding(byWindows(byWindows("’ x →→ y é z"))).encodingRepairs).toBe(3);
  });

  test.each(WAYS)("by %s comes back, damaged once or twice", (_, damage) => {
    assert(
      property(damageable, (text) => {
        expect(repaired(damage(text))).toBe(text);
        expect(repaired(damage(damage(text)))).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test("comes back when two programs damaged it in turn", () => {
    assert(
      property(damageable, (text) => {
        expect(repaired(byWindows(byMacRoman(text)))).toBe(text);
        expect(repaired(byMacRoman(byLatin1(text)))).toBe(text);
      }),
    );
  });

  test.each(["—è vero", "r√π", "≈±5", "MANHÃ…", "lá»—"])(
    "that may be honest stays where nothing is broken beyond doubt: %s",
    (text) => {
      expect(repaired(text)).toBe(text);
    },
  );

  test("that no honest text holds is repaired beside honest accents", () => {
    expect(repairEncoding("Das Café, das Büro: Hub‚Äôs Größe fÃ¼r")).toEqual({
      text: "Das Café, das Büro: Hub’s Größe für",
      encodingRepairs: 2,
    });
  });

  test("is told apart where both code pages could read it", () => {
    expect(repaired("cafÃ©")).toBe("café");
    expect(repaired(byMacRoman("Việt Nam".normalize("NFD")))).toBe("Việt Nam".normalize("NFD"));
  });

  test("the document that ships with the app has 242 such runs, and none is left", () => {
    const seed = decode(readFileSync("content/aws-solutions-architect.md"));
    expect(seed).toMatchObject({ ok: true, encodingRepairs: 242 });
    const text = seed.ok ? seed.text : "";
    expect(text).not.toMatch(/[‚√üÔ]/);
    expect(repairEncoding(text)).toEqual({ text, encodingRepairs: 0 });
  });
});

describe("undamaged text", () => {
  test.each([
    "Café, naïve, Ärger, Größe, œuvre, ¿qué?",
    "l’été, d’être, qu’à, l’École",
    "l’École",
    "“Über” and ‘Ärger’",
    "«École» et «Être»",
    "« déjà\u00a0», touché\u00a0– café\u00a0— très…\u00a0»",
    "«está»… «está»—dijo",
    "”Är du här?” sade hon – ”Åh nej!”",
    "”Är",
    "„Spaß“, »öffentlich«, »ändern«",
    "MANHÃ… MAÇÃ”, AQUÍ… COSÌ” CAFÉ™ ÉTÉ»",
    "MANHÃ…",
    "Hâlâ…”",
    "Ä… Å… Ä– Ö–",
    "5 Å², ½″ Ø",
    "it’s “quoted” – and — dashed… • 20 °C",
    "5 µs ± 2 µs, π ≈ 3.14, √π ≈ 1.77",
    "√π",
    "x ≈±5, ≈£5, ∆µ, √Ω",
    "日本語のテキスト、中文，한국어",
    "Привет, мир; Україна, ґанок",
    "مرحبا بالعالم שלום नमस्ते สวัสดี Γειά",
    "🔒 ⚙️ 👩‍👩‍👧 👍🏽 🇩🇪 ✅ ½ ∑ Ω",
    "┌──┐ │ ├─ └──┘ ▶ ■ 5 € £3 ¥",
  ])("stays: %s", (text) => {
    expect(repairEncoding(text)).toEqual({ text, encodingRepairs: 0 });
  });

  test("in whatever script is never changed", () => {
    assert(
      property(documentText, (text) => {
        expect(repairEncoding(text)).toEqual({ text, encodingRepairs: 0 });
      }),
      { numRuns: 1000 },
    );
  });

  // No character of these scripts is in either table, so they can't have come from it.
  test("of scripts and pictures that the code pages lack is never changed", () => {
    const foreign = stringMatching(
      /^(?:[A-Za-z \n]|[\u0400-\u052F]|[\u05D0-\u06FF]|[\u3041-\u9FFF]|[\uAC00-\uD7A3]|[\u{1F300}-\u{1FAFF}]){0,60}$/u,
    );
    assert(
      property(foreign, (text) => {
        expect(repairEncoding(text)).toEqual({ text, encodingRepairs: 0 });
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

  test("keeps its lines, damaged or not", () => {
    const lines = (text: string) => text.split(/\r\n|\r|\n/).length;
    assert(
      property(stringMatching(/^(?:[\r\n]|[a-z]|[\u00a0-\u2fff]|[‚Äôü√®]){0,60}$/u), (text) => {
        expect(lines(repaired(text))).toBe(lines(text));
        expect(lines(repaired(byMacRoman(text)))).toBe(lines(text));
      }),
    );
  });
});

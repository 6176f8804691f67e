import { LATIN_1, MAC_ROMAN, WINDOWS_1252 } from "./code-pages";

/**
 * The text with UTF-8 that was once read as Windows-1252, Latin-1 or Mac Roman put right (`â€™` and
 * `‚Äô` → `’`), also where that happened twice. A run of non-ASCII characters is changed only when all
 * of it decodes, so that honest text stays. `encodingRepairs` counts the runs changed. Line breaks
 * stay; time is in proportion to the text.
 */
export function repairEncoding(text: string): { text: string; encodingRepairs: number } {
  const found = [...text.matchAll(NON_ASCII_RUN)].map((match) => ({
    before: text.charAt(match.index - 1),
    run: match[0],
    after: text.charAt(match.index + match[0].length),
  }));
  const runs = repairRuns(found);
  let n = 0;
  return {
    text: text.replaceAll(NON_ASCII_RUN, (run) => runs[n++]?.run ?? run),
    encodingRepairs: runs.filter(({ run }, i) => run !== found[i]?.run).length,
  };
}

const NON_ASCII_RUN = /\P{ASCII}+/gu;

/** Non-ASCII characters with the ASCII character on either side; "" at the text's ends. */
type Run = { before: string; run: string; after: string };

// Each pass undoes one reading in the code page that explains most: twice in either takes four.
const PASSES = 4;

function repairRuns(found: readonly Run[]): readonly Run[] {
  let runs = found;
  for (let pass = 0; pass < PASSES; pass += 1) {
    const [best] = CODE_PAGES.map((page) => repairOnce(runs, page)).toSorted(
      (a, b) => b.repairs - a.repairs,
    );
    if (!best || best.repairs === 0) break;
    runs = best.runs;
  }
  return runs;
}

// What may be honest is changed only where nine in ten runs decode, and one of them can't be.
function repairOnce(runs: readonly Run[], page: CodePage): { runs: Run[]; repairs: number } {
  const meanings = runs.map((run) => meaning(run, page));
  const decoded = meanings.filter((meant) => meant !== null).length;
  const throughout = decoded >= 0.9 * runs.length && meanings.some((meant) => meant?.certain);
  let repairs = 0;
  const repaired = runs.map((run, i) => {
    const meant = meanings[i];
    if (!meant || !(meant.certain || throughout)) return run;
    repairs += 1;
    return { ...run, run: meant.text };
  });
  return { runs: repaired, repairs };
}

/** What a run says if it was read in a code page by mistake; null when it can't have been. */
function meaning(
  { before, run, after }: Run,
  page: CodePage,
): { text: string; certain: boolean } | null {
  const text = readAsUtf8(run, page.bytes);
  if (text === null) return null;
  const certain = !LONE_AND_RARE.test(text) && !page.honest.test(before + run + after);
  return { text, certain };
}

function readAsUtf8(run: string, byteOf: ReadonlyMap<string, number>): string | null {
  const bytes = new Uint8Array(run.length);
  for (let i = 0; i < run.length; i += 1) {
    const byte = byteOf.get(run.charAt(i));
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  const text = utf8.decode(bytes);
  return text.includes("\uFFFD") ? null : text;
}

// Not fatal: an exception for every accent of a text takes a hundred times as long.
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

// One character by itself of an alphabet that few documents have is chance: `É®` would be `ɮ`.
const LONE_AND_RARE =
  /^(?![\u00c0-\u017f\u1e00-\u1effƠơƯưȘșȚț\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Deva}\p{sc=Thai}\p{sc=Hira}\p{sc=Kana}\p{sc=Han}\p{sc=Hangul}\p{sc=Common}\p{sc=Inherited}]).$/su;

/** The bytes of a code page's characters, and the runs that decode and may be honest all the same. */
type CodePage = { bytes: ReadonlyMap<string, number>; honest: RegExp };

// Latin-1 has control characters where Windows-1252 has signs: text damaged by either decodes by both.
const CODE_PAGES: readonly CodePage[] = [
  {
    bytes: bytesOf(LATIN_1, WINDOWS_1252),
    honest: anyOf(
      // A capital at a word's end before a mark: `MANHÃ…`, `CAFÉ®`, `AQUÍ—dijo`.
      /^[A-Z][Â-Þ](?:—.?|[”“’‘»«…–™®\u00a0][^A-Za-z]?)$/,
      /^[^A-Za-z]?[Ä-Þ][”’»…–—\u00a0][^A-Za-z]?$/,
      // A small letter before two, as in `hâlâ…”`, `«está»—dijo` and `« cité »`; ß before one.
      /^(?:[A-Za-z][à-ï]|à)[”“’‘»«…–—™¿¡\u00a0]{2}.?$/,
      /^[A-Za-z]ß[”“’‘»«…–—™\u00a0].?$/,
      // Units: `5 Å²`, `3×½`, `Ø½`.
      /^.?[ÅØ×][°¹²³¼½¾].?$/,
    ),
  },
  {
    bytes: bytesOf(MAC_ROMAN),
    honest: anyOf(
      // A mark before what an accent or a sign begins: `’École`, `»öffentlich`, `3—±2`.
      /^\p{ASCII}?[\p{P}\p{Zs}\p{Sc}]\P{ASCII}\p{ASCII}?$/u,
      // Mathematics: `r√π`, `√∞`, `≈±5`, `∆µ`.
      /^.?√π.?$/,
      /^[^A-Za-z]?(?:√[Ωµ∑∏∫∞]|[≈∆][\p{Sm}\p{Sc}°πΩµ])[^A-Za-z]?$/u,
    ),
  },
];

function bytesOf(...tables: readonly string[][]): ReadonlyMap<string, number> {
  return new Map(tables.flatMap((table) => table.map((character, i) => [character, 128 + i])));
}

function anyOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join("|"), "su");
}

import type { Problem } from "@/lib/domain/problem";

export type Decoded =
  { ok: true; text: string; encodingRepairs: number } | { ok: false; problem: Problem };

/**
 * The text of a document, with UTF-8 that was once read as Mac Roman put right (`‚Äô` → `’`).
 * `encodingRepairs` counts the runs of characters repaired. Line breaks and their number stay.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0)
    return refuse("empty-file", "The file is empty.", "Write questions into it, or remove it.");
  if (bytes.includes(0))
    return refuse(
      "binary-file",
      "This is no text: it holds NUL bytes.",
      "Save it as a Markdown file in UTF-8.",
    );
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return refuse("not-utf8", "The text is not UTF-8.", "Save the file as UTF-8 in your editor.");
  }
  if (text.trim() === "")
    return refuse(
      "empty-file",
      "The file holds nothing but blank lines.",
      "Write questions into it, or remove it.",
    );
  const repaired = repairMacRoman(text);
  // A byte order mark may have been damaged with the rest.
  return { ok: true, ...repaired, text: repaired.text.replace(/^\uFEFF+/, "") };
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const NON_ASCII_RUN = /\P{ASCII}+/gu;
const THREE_BYTES_OR_MORE = /[\u0800-\u{10FFFF}]/u;

/**
 * Repairs each run of non-ASCII characters that is UTF-8 read as Mac Roman. A run is changed only
 * when all of it decodes, so that honest accents (`é`, `Ä`), CJK and emoji stay as they are. Two
 * characters that would become one may be honest (`l’été`, `”Är`, `√π`): they are changed only where
 * nine in ten runs of the text are damaged.
 */
export function repairMacRoman(text: string): { text: string; encodingRepairs: number } {
  const runs = text.match(NON_ASCII_RUN) ?? [];
  const damaged = runs.filter((run) => readAsUtf8(run) !== null).length;
  const throughout = damaged >= 0.9 * runs.length;
  let encodingRepairs = 0;
  const repaired = text.replaceAll(NON_ASCII_RUN, (run) => {
    const meant = readAsUtf8(run);
    if (meant === null || !(throughout || THREE_BYTES_OR_MORE.test(meant))) return run;
    encodingRepairs += 1;
    return meant;
  });
  return { text: repaired, encodingRepairs };
}

function readAsUtf8(run: string): string | null {
  const bytes = new Uint8Array(run.length);
  for (let i = 0; i < run.length; i += 1) {
    const byte = macRomanBytes.get(run.charCodeAt(i));
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

// Built from the platform's decoder: other tables drop U+F8FF, with which damaged emoji begin.
const macRomanBytes = new Map(
  Array.from({ length: 128 }, (_, i) => {
    const byte = 128 + i;
    const character = new TextDecoder("macintosh").decode(new Uint8Array([byte]));
    return [character.charCodeAt(0), byte] as const;
  }),
);

function refuse(code: Problem["code"], message: string, remedy: string): Decoded {
  return { ok: false, problem: { line: 1, severity: "error", code, message, remedy } };
}

import { WINDOWS_1252 } from "./code-pages";
import { repairEncoding } from "./repair-encoding";
import type { Problem } from "@/lib/domain/problem";

export type Decoded =
  | { ok: true; text: string; encodingRepairs: number; problems: Problem[] }
  | { ok: false; problem: Problem };

/**
 * The text of a document in UTF-8, UTF-16 or, with a problem that says so, Windows-1252: without its
 * byte order mark, and with what a wrong reading once damaged put right. `encodingRepairs` counts the
 * runs of characters repaired. Line breaks and their number stay.
 */
export function decode(bytes: Uint8Array): Decoded {
  const unicode = readUtf8(bytes) ?? readUtf16(bytes);
  const found = unicode ?? readWindows1252(bytes);
  if (found === null) return { ok: false, problem: unreadable(bytes) };
  const { text, encodingRepairs } = repairEncoding(found);
  if (text.trim() === "") return { ok: false, problem: NOTHING };
  // A byte order mark may have been damaged with the rest.
  const body = text.replace(/^\uFEFF+/, "");
  return { ok: true, text: body, encodingRepairs, problems: unicode === null ? [ASSUMED] : [] };
}

function readUtf8(bytes: Uint8Array): string | null {
  return bytes.includes(0) ? null : read(bytes, "utf-8");
}

function read(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** By its byte order mark; without one, only where it can be nothing else. */
function readUtf16(bytes: Uint8Array): string | null {
  const little = read(bytes, "utf-16le");
  const big = read(bytes, "utf-16be");
  const marked = [little, big].find((text) => text?.startsWith("\uFEFF"));
  if (marked !== undefined) return marked?.includes("\0") ? null : marked;
  return [little, big].find((text) => text !== null && isPlainlyText(text)) ?? null;
}

// In the wrong byte order, or in a file that is no text, ASCII is rare and stray characters are not.
function isPlainlyText(text: string): boolean {
  const ascii = text.match(/\p{ASCII}/gu)?.length ?? 0;
  return ascii > text.length / 4 && !NO_TEXT.test(text);
}

const NO_TEXT = /[\p{Cn}\p{Cs}]|(?![\t\n\f\r])\p{Cc}/u;

/** Null for what holds more than Western accents and quotes, and for UTF-8 with a bad byte in it. */
function readWindows1252(bytes: Uint8Array): string | null {
  const lenient = new TextDecoder().decode(bytes);
  const beyondAscii = lenient.match(/\P{ASCII}/gu) ?? [];
  const bad = beyondAscii.filter((character) => character === BAD_BYTE).length;
  if (beyondAscii.length - bad > bad || bad > lenient.length * WESTERN_SHARE) return null;
  const latin1 = Buffer.from(bytes).toString("latin1");
  const text = latin1.replaceAll(
    /[\u0080-\u009f]/g,
    (c) => WINDOWS_1252[c.charCodeAt(0) - 128] ?? c,
  );
  return NO_TEXT.test(text) ? null : text;
}

const BAD_BYTE = "\uFFFD";

// One character in 25 of French or German; most letters of Greek or Russian.
const WESTERN_SHARE = 0.3;

function unreadable(bytes: Uint8Array): Problem {
  if (bytes.includes(0))
    return {
      line: 1,
      severity: "error",
      code: "binary-file",
      message: "This is no text: it holds NUL bytes.",
      remedy: "Save it as a Markdown file in UTF-8.",
    };
  const [before = ""] = new TextDecoder().decode(bytes).split(BAD_BYTE, 1);
  return {
    line: before.split(/\r\n|\r|\n/).length,
    severity: "error",
    code: "encoding-unreadable",
    message: "The text is neither UTF-8 nor UTF-16.",
    remedy: "Save the file as UTF-8 in your editor.",
  };
}

const NOTHING: Problem = {
  line: 1,
  severity: "error",
  code: "empty-file",
  message: "The file holds no text.",
  remedy: "Write questions into it, or remove it.",
};

const ASSUMED: Problem = {
  line: 1,
  severity: "warning",
  code: "encoding-assumed",
  message: "The text is not UTF-8; it was read as Windows-1252.",
  remedy: "Save the file as UTF-8 in your editor, and see that its accents and quotes are right.",
};

import type { Root, RootContent } from "mdast";
import { err, ok, type Result } from "@/lib/result";
import { type Attempt, withoutLimit } from "./attempt";
import { definitionsIn, definitionsOf, labelsIn } from "./definitions";
import { linesOf } from "./lines";
import { moveDown, parsePiece } from "./parse-piece";
import { type Place, placeAfter, placesIn } from "./places";
import { plainLine } from "./plain-line";

/** About as much as is read at once: what the parser holds meanwhile is hundreds of times as large. */
const PIECE = 64 * 1024;
/** Honest text takes 3 to 4 ms a KB, short lines 10; the parser is slow at first, as may be the machine. */
const LIMIT_MS = {
  piece: { fixed: 400, kilobyte: 12 },
  section: { fixed: 200, kilobyte: 7 },
};
/** With nowhere to cut: the parser would want more memory than a worker has. */
const LARGEST_SECTION = 2 * 1024 * 1024;

/** Lines of a text, from 1, both included, that could not be read, and why. */
export type Unread = { from: number; to: number; code: "too-slow" | "too-deep" };

/** A text's tree, and the text that it is of: what could not be read is blank in it. */
export type ParsedText = { source: string; tree: Root; unread: Unread[] };

/** The tree of a text in GitHub's Markdown; null when it nests deeper than can be read. */
export function parseMarkdown(text: string): Root | null {
  const plain = plainLine(text);
  if (plain) return { type: "root", children: [plain] };
  const { tree, unread } = parseText(text);
  return unread.length === 0 ? tree : null;
}

/**
 * The same in limited time and memory. A long text is read in pieces, cut only where the parser sees
 * something begin, so that the tree is the one that reading it at once would give. A piece that
 * can't be read is tried section by section, and costs those that can't.
 */
export function parseText(
  text: string,
  attempt: Attempt = withoutLimit,
  size: number = PIECE,
): ParsedText {
  const reading = { text, attempt };
  const whole = inWholeSections(readInPieces(placesIn(text, size), size, reading));
  const pieces = withOthersDefinitions(whole, reading);
  return {
    source: pieces
      .map(({ from, to, read }) => sourceOf(text.slice(from.start, to.start), read.ok))
      .join(""),
    tree: { type: "root", children: pieces.flatMap(({ read }) => (read.ok ? read.value : [])) },
    unread: unreadLines(pieces),
  };
}

type Piece = { from: Place; to: Place; read: Result<RootContent[], Unread["code"]> };
type Reading = { text: string; attempt: Attempt };

/** Pieces of about that size; of one section where it is 0, and from the first that can't be read. */
function readInPieces(places: readonly Place[], size: number, reading: Reading): Piece[] {
  const pieces: Piece[] = [];
  let wanted = size;
  let next = 0;
  for (const [at, from] of places.slice(0, -1).entries()) {
    if (at < next) continue;
    const limit = wanted > 0 ? LIMIT_MS.piece : LIMIT_MS.section;
    next = placeAfter(places, at, wanted);
    let piece = readPiece(from, places[next] ?? from, limit, reading);
    // Twice as long each time, so that a text without a right place is not read again and again.
    while (piece === null) {
      next = placeAfter(places, at, 2 * ((places[next]?.start ?? 0) - from.start), next);
      piece = readPiece(from, places[next] ?? from, limit, reading);
    }
    if (piece.read.ok || wanted === 0 || next - at === 1) pieces.push(piece);
    else pieces.push(...readInPieces(places.slice(at, next + 1), 0, reading));
    if (!piece.read.ok) wanted = 0;
  }
  return pieces;
}

/** A part of a section that can't be read costs all of it: no answer is to end where it began. */
function inWholeSections(pieces: readonly Piece[]): Piece[] {
  const codes = new Map(
    pieces.flatMap(({ from, read }) => (read.ok ? [] : [[from.section, read.error] as const])),
  );
  return pieces.map((piece) => {
    const code = codes.get(piece.from.section);
    return code && piece.read.ok ? { ...piece, read: err(code) } : piece;
  });
}

/** Null when nothing new begins at its end. `definitions` are read above it, and left out. */
function readPiece(
  from: Place,
  to: Place,
  limit: { fixed: number; kilobyte: number },
  { text, attempt }: Reading,
  definitions = "",
): Piece | null {
  const size = to.start - from.start;
  if (size > LARGEST_SECTION) return { from, to, read: err("too-slow") };
  const own = text.slice(from.start, to.isSure ? to.start : endOfLine(text, to.start));
  const parsed = attempt(
    () => parsePiece(definitions + own),
    limit.fixed + (limit.kilobyte * own.length) / 1024,
  );
  if (!parsed.ok) return { from, to, read: parsed };
  if (!parsed.value) return { from, to, read: err("too-deep") };
  const above = linesOf(definitions).length - 1;
  moveDown(parsed.value, from.start - definitions.length, from.number - 1 - above);
  const blocks = parsed.value.filter((block) => startOf(block) >= from.start);
  // The line below shows whether something begins there: what it becomes is the next piece's.
  if (!to.isSure && startOf(blocks.pop()) !== to.start) return null;
  return { from, to, read: ok(blocks) };
}

function startOf(block: RootContent | undefined): number {
  return block?.position?.start.offset ?? 0;
}

function endOfLine(text: string, start: number): number {
  const end = text.slice(start).search(/[\r\n]/);
  return end === -1 ? text.length : start + end;
}

/** Reads pieces anew that refer to what others define: alone, `[label]` is no link. */
function withOthersDefinitions(pieces: readonly Piece[], reading: Reading): Piece[] {
  if (pieces.length === 1) return [...pieces];
  const defined = pieces.map(({ read }) => definitionsIn(reading.text, read.ok ? read.value : []));
  const all = new Set(defined.flatMap((definitions) => [...definitions.keys()]));
  if (all.size === 0) return [...pieces];
  return pieces.map((piece, i) => {
    const own = reading.text.slice(piece.from.start, piece.to.start);
    const missing = [...labelsIn(own)].filter((label) => all.has(label) && !defined[i]?.has(label));
    if (!piece.read.ok || missing.length === 0) return piece;
    const { from, to } = piece;
    const again = readPiece(from, to, LIMIT_MS.piece, reading, definitionsOf(missing));
    return again?.read.ok ? again : piece;
  });
}

/** What could not be read is blank, so that no answer holds it, and the rest stays in its place. */
function sourceOf(piece: string, isRead: boolean): string {
  return isRead ? piece : piece.replaceAll(/[^\r\n]/g, " ");
}

/** Neighbours that could not be read for the same reason are told of in one. */
function unreadLines(pieces: readonly Piece[]): Unread[] {
  const unread: Unread[] = [];
  for (const { from, to, read } of pieces) {
    const before = unread.at(-1);
    if (read.ok) continue;
    if (before?.to === from.number - 1 && before.code === read.error) before.to = to.number - 1;
    else unread.push({ from: from.number, to: to.number - 1, code: read.error });
  }
  return unread;
}

import type { Heading, RootContent } from "mdast";
import { type Line, linesOf } from "@/lib/ingest/lines";
import type { Dialect, Finding, ParsedDocument } from "./dialect";
import type { Span } from "@/lib/ingest/span";
import { cutOut, extent, joined } from "./reading/excerpt";
import { ANSWER_LABEL, QUESTION_LABEL } from "./reading/label-words";
import { topicNames, under } from "./reading/topics";
import { withoutLayout } from "./reading/written-text";

/**
 * Notes as Obsidian_to_Anki takes them (its wiki, “Note formatting”): lines from `START` or `%%ANKI`
 * to `END`, of which the first names the note's type, with `Back:` before the answer; or
 * `STARTI [Basic] What is a VPC? Back: … ENDI` in a line. A note without a back, as a cloze, is text.
 */
export const ankiNote: Dialect = {
  name: "anki-note",
  place: "in Anki notes",
  example: "the lines START, Basic, the question, Back: the answer, and END",
  isExplicit: true,
  detect: (document) => notesIn(document).length,
  extract: (document) => notesIn(document).map((note) => toQuestion(document.source, note)),
};

/** A note from its first mark to its last, and what its fields hold. */
type Note = { span: Span; headings: Heading[]; fields: Field[] };
type Field = { name: string; text: Span & { line: number } };

const START = /^[ \t]*(?:%%[ \t]*)?(?:START|ANKI)(?:[ \t]*%%)?[ \t]*$/;
const END = /^[ \t]*(?:%%[ \t]*)?END(?:[ \t]*%%)?[ \t]*$/;
const INLINE = /STARTI[ \t]*\[[^[\]]+\]((?:(?!STARTI).)*?)ENDI/g;

const LABEL = `(?:<!--[ \\t]*)?(?:(?<front>front|${QUESTION_LABEL})|(?<back>back|${ANSWER_LABEL})|(?<tags>tags)|(?<id>id)|(?<more>(?:extra|hint|note|reference|source)s?)):[ \\t]*`;
const AT_LINE_START = new RegExp(`(?<=^[ \\t]*)${LABEL}`, "gimu");
const IN_LINE = new RegExp(`(?<=^|\\s)${LABEL}`, "giu");

function notesIn({ source, tree: { children: blocks }, above }: ParsedDocument): Note[] {
  const { start, end } = extent(source, blocks);
  const text = source.slice(start, end);
  if (!/^[ \t%]*(?:START|ANKI)\b|STARTI/m.test(text)) return [];
  const linesAbove = (blocks[0]?.position?.start.line ?? 1) - 1;
  const lines = linesOf(text).map((line) => ({
    text: line.text,
    start: start + line.start,
    number: linesAbove + line.number,
  }));
  const notes = [...inBlocks(source, lines), ...lines.flatMap(inLine)]
    .filter(({ fields }) => fields.some(({ name }) => name === "back"))
    .toSorted((a, b) => a.span.start - b.span.start);
  return placed(blocks, notes, above);
}

type Unplaced = Omit<Note, "headings">;

function inBlocks(source: string, lines: readonly Line[]): Unplaced[] {
  const notes: Unplaced[] = [];
  let opened = -1;
  for (const [i, { text, start }] of lines.entries()) {
    const first = lines[opened + 2];
    if (START.test(text)) opened = i;
    else if (opened !== -1 && END.test(text)) {
      const span = { start: lines[opened]?.start ?? 0, end: start + text.length };
      // Below the mark and the type.
      if (first && first.start < start)
        notes.push({
          span,
          fields: fieldsOf(source.slice(first.start, start), first, AT_LINE_START),
        });
      opened = -1;
    }
  }
  return notes;
}

function inLine({ text, start, number }: Line): Unplaced[] {
  return [...text.matchAll(INLINE)].map(({ 0: all, 1: held = "", index }) => {
    const from = start + index + all.length - "ENDI".length - held.length;
    return {
      span: { start: start + index, end: start + index + all.length },
      fields: fieldsOf(held, { start: from, number }, IN_LINE),
    };
  });
}

/** The fields of a text, of which the first may be without its label. */
function fieldsOf(text: string, at: Omit<Line, "text">, label: RegExp): Field[] {
  const fields = [{ name: "front", from: 0 }];
  const ends: number[] = [];
  for (const { 0: mark, index, groups = {} } of text.matchAll(label)) {
    const [name = ""] = Object.keys(groups).filter((key) => groups[key] !== undefined);
    ends.push(index);
    // What an author adds to the answer says what it is.
    fields.push({ name, from: name === "more" ? index : index + mark.length });
  }
  return fields.map(({ name, from }, i) => ({
    name,
    text: {
      start: at.start + from,
      end: at.start + (ends[i] ?? text.length),
      line: at.number + linesOf(text.slice(0, from)).length - 1,
    },
  }));
}

/** Those that aren't shown in code, each with the headings over it. What stands in a note is no heading. */
function placed(
  blocks: readonly RootContent[],
  notes: readonly Unplaced[],
  above: Heading[],
): Note[] {
  let headings = above;
  let next = 0;
  const found: Note[] = [];
  for (const block of blocks) {
    const { start, end } = offsetsOf(block);
    const isHeld = start < (notes[next - 1]?.span.end ?? 0);
    if (block.type === "heading" && !isHeld) headings = under(headings, block);
    const isShown = block.type === "code" && block.lang !== "anki" && !isHeld;
    for (let note = notes[next]; note && note.span.start < end; note = notes[next]) {
      if (!isShown) found.push({ ...note, headings });
      next += 1;
    }
  }
  return found;
}

function offsetsOf({ position }: RootContent): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

function toQuestion(source: string, { span, headings, fields }: Note): Finding {
  const written = (name: string) =>
    fields
      .filter((field) => field.name === name)
      .map(({ text }) => source.slice(text.start, text.end).trim())
      .filter((text) => text !== "");
  const tags = written("tags").flatMap((text) => text.split(/[\s,]+/));
  const [id] = /\d+/.exec(written("id").join(" ")) ?? [];
  const said = fields.filter(({ name }) => name === "back" || name === "more");
  return {
    number: null,
    headings: topicNames(headings),
    prompt: withoutLayout(written("front").join("\n\n")),
    answer: said.map(({ text }) => cutOut(source, text, text.line)).reduce(joined),
    kind: "open",
    points: null,
    line: fields[0]?.text.line ?? 1,
    says: { ...(tags.length > 0 && { tags }), ...(id !== undefined && { explicitId: id }) },
    span,
  };
}

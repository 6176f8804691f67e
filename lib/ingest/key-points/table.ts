import type { Table, TableCell, TableRow } from "mdast";
import { type Part, place } from "./part";
import { LONGEST_TEXT, joinWhatFits } from "./fit";
import { countWords, leaves, plainText } from "./plain-text";
import { cleanTitle } from "./title";
import { COMPARISON } from "./words";

/**
 * A table's rows as parts: the first cell is the title, the others make the claim, with the heads
 * of their columns where the table compares these, or the cells are too short without.
 */
export function rowParts(table: Table, section: string | null): Part[] {
  const [head, ...rows] = table.children;
  const heads = head ? head.children.map(cellText) : [];
  const [corner = ""] = heads;
  const compares = heads.length > 2 && (corner === "" || COMPARISON.test(corner));
  const needsHeads = compares || rows.filter(isTerse).length * 2 > rows.length;
  return rows.map((row) => rowPart(row, needsHeads || isTerse(row) ? heads : [], section));
}

// "yes" and "80" say nothing without the head of their column.
function isTerse({ children: [, ...cells] }: TableRow): boolean {
  return cells.every((cell) => countWords(cellText(cell)) <= 2);
}

function rowPart(row: TableRow, heads: readonly string[], section: string | null): Part {
  const [name, ...cells] = row.children;
  const told = cells
    .map((cell, n) => ({ text: underHead(cellText(cell), heads[n + 1]), isName: isOneName(cell) }))
    .filter(({ text }) => /\p{L}/u.test(text));
  const sayings = told.filter(({ isName }) => !isName);
  const title = name && cellText(name) !== "" ? cleanTitle([name]) : null;
  const texts = (sayings.length > 0 ? sayings : told).map(({ text }) => text);
  const claim = texts.length > 0 ? joined(texts, LONGEST_TEXT - (title?.length ?? 0)) : null;
  return { kind: "item", title, section, claim: () => claim, children: () => [], ...place(row) };
}

function underHead(text: string, head = ""): string {
  if (head === "" || text === "") return text;
  return head.includes(" ") ? `${head} – ${text}` : `${head} ${text}`;
}

// A metric's or a setting's name in code says little beside what it is for.
function isOneName(cell: TableCell): boolean {
  const [first, second] = leaves([cell]);
  return first !== undefined && first.code && second === undefined;
}

// Whole cells read best, unless most of the room stays empty.
function joined(told: readonly string[], room: number): string {
  const whole = joinWhatFits(told, "; ", room);
  return whole.length * 2 < room ? told.join("; ") : whole;
}

function cellText(cell: TableCell): string {
  return plainText([cell])
    .replace(/(^|; )- /g, "$1")
    .replace(/^(?:n\/a\b.*|-+)|\.$/gi, "");
}

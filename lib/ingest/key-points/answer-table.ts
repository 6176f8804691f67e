import type { Table, TableRow } from "mdast";
import { type Part, place } from "./answer-part";
import { LONGEST_TEXT, joinWhatFits } from "./key-point-fit";
import { cleanTitle } from "./key-point-title";
import { COMPARISON } from "./key-point-words";
import { plainText } from "./plain-text";

/**
 * A table's rows as parts: the first cell is the title, the others make the claim, with the heads
 * of their columns where the table compares these.
 */
export function rowParts(table: Table, section: string | null): Part[] {
  const [head, ...rows] = table.children;
  const heads = head ? cells(head) : [];
  const [corner = ""] = heads;
  const compares = heads.length > 2 && (corner === "" || COMPARISON.test(corner));
  return rows.map((row) => rowPart(row, compares ? heads : [], section));
}

function rowPart(row: TableRow, heads: readonly string[], section: string | null): Part {
  const [name = "", ...told] = cells(row)
    .map((cell, n) => (n > 0 && heads[n] && cell !== "" ? `${heads[n]} ${cell}` : cell))
    .filter((cell) => /\p{L}/u.test(cell));
  const title = cleanTitle(name);
  const claim = told.length > 0 ? joined(told, LONGEST_TEXT - name.length) : null;
  return { kind: "item", title, section, claim, children: [], ...place(row) };
}

// Whole cells read best, unless most of the room stays empty.
function joined(told: readonly string[], room: number): string {
  const whole = joinWhatFits(told, "; ", room);
  return whole.length * 2 < room ? told.join("; ") : whole;
}

function cells(row: TableRow): string[] {
  return row.children.map((cell) =>
    plainText([cell])
      .replace(/(^|; )- /g, "$1")
      .replace(/^(?:n\/a\b.*|-+)|\.$/gi, ""),
  );
}

import { has } from "./has";
import type { Meanwhile } from "@/lib/wire/reviews";

/** What the server says of one item of a batch. */
export type ReadResult = { id: string; status: string; problem?: string; meanwhile?: Meanwhile };

/**
 * The results of a batch, in the order sent. Null unless the answer is whole and about these ids:
 * another program at the address, a proxy or half an answer say nothing of what was sent.
 */
export function readResults(body: unknown, ids: readonly string[]): ReadResult[] | null {
  if (!has(body, "results")) return null;
  const { results } = body;
  if (!Array.isArray(results) || results.length !== ids.length) return null;
  const read = results.map((result: unknown, i) => readResult(result, ids[i] ?? ""));
  return read.every((result) => result !== null) ? read : null;
}

function readResult(result: unknown, id: string): ReadResult | null {
  if (!has(result, "id") || !has(result, "status") || typeof result.status !== "string")
    return null;
  // The same UUID in capitals is the same (RFC 9562, section 4).
  if (typeof result.id !== "string" || result.id.toLowerCase() !== id.toLowerCase()) return null;
  const { status } = result;
  const problem = has(result, "problem") && typeof result.problem === "string" && result.problem;
  const meanwhile = has(result, "meanwhile") && readMeanwhile(result.meanwhile);
  return { id, status, ...(problem && { problem }), ...(meanwhile && { meanwhile }) };
}

function readMeanwhile(said: unknown): Meanwhile | null {
  if (!has(said, "notice") || typeof said.notice !== "string") return null;
  if (!has(said, "countsFor") || typeof said.countsFor !== "string") return null;
  return { notice: said.notice, countsFor: said.countsFor };
}

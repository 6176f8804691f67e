import type { RootContent } from "mdast";
import { groupBy } from "@/lib/group-by";
import type { Finding, ParsedDocument } from "./dialect";
import type { Span } from "@/lib/ingest/span";
import { isKeyTitle, keyLines } from "./reading/answer-key";
import { entriesIn, type KeyEntry } from "./reading/key-entries";
import { placesIn, withoutSpans } from "./regions";

type Key = Span & { entries: KeyEntry[] };
type Read = { questions: Finding[] };

/**
 * Reads a document without the answers that it gives together, at its end or a part's: `## Answers`,
 * below it `1. B`. Each goes to the question of its number, or of its place where none has a number.
 * Where most would find no question that waits for one, they are no key, and all is read as it stands.
 */
export function readWithKeys<R extends Read>(
  document: ParsedDocument,
  read: (regions: ParsedDocument[]) => R,
): R {
  const keys = keysIn(document);
  if (keys.length === 0) return read([document]);
  // What is read has its offsets set anew; another reading needs them as they were.
  const again = { ...document, tree: structuredClone(document.tree) };
  const found = read(withoutSpans(document, placesIn(document), keys));
  const questions = answered(found.questions, keys);
  return questions ? { ...found, questions } : read([again]);
}

function keysIn({ source, tree: { children: blocks } }: ParsedDocument): Key[] {
  const keys: Key[] = [];
  for (const [i, block] of blocks.entries()) {
    const start = block.position?.start.offset ?? 0;
    if (start < (keys.at(-1)?.end ?? 1) || !isKeyTitle(block)) continue;
    const content = blocks.slice(i, endOfKey(blocks, i));
    const end = content.at(-1)?.position?.end.offset ?? start;
    const entries = entriesIn(keyLines(source, content));
    if (entries.length >= FEWEST) keys.push({ start, end, entries });
  }
  return keys;
}

/** Fewer are the answer of one question. */
const FEWEST = 2;

/** Where a key ends, as an index: at a heading over what follows, at a rule, at the next key or with its fold. */
function endOfKey(blocks: readonly RootContent[], at: number): number {
  const title = blocks[at];
  const depth = title?.type === "heading" ? title.depth : null;
  const endsAt = (end: number) => {
    const block = blocks[end];
    if (!block) return true;
    if (title?.type === "html") return closesFold(blocks[end - 1]) || opensKey(block);
    if (block.type === "heading") return depth === null || block.depth <= depth;
    return depth === null && (block.type === "thematicBreak" || isKeyTitle(block));
  };
  let end = at + 1;
  while (!endsAt(end)) end += 1;
  return end;
}

function opensKey(block: RootContent): boolean {
  return block.type === "html" && isKeyTitle(block);
}

function closesFold(block: RootContent | undefined): boolean {
  return block?.type === "html" && block.value.includes("</details");
}

/** The questions with the answers of all keys; null where those are no keys to them. */
function answered(questions: readonly Finding[], keys: readonly Key[]): Finding[] | null {
  const given = new Map<Finding, KeyEntry>();
  const inOrder = questions.toSorted((a, b) => a.span.start - b.span.start);
  const firstFrom = (offset: number, at: number) => {
    let next = at;
    while ((inOrder[next]?.span.start ?? Infinity) < offset) next += 1;
    return next;
  };
  let from = 0;
  for (const { start, end, entries } of keys) {
    const next = firstFrom(start, from);
    const over = inOrder.slice(from, next);
    const pairs = paired(over, entries);
    const waiting = pairs.filter(([question]) => question.answer === null);
    const isKey = waiting.length >= FEWEST && waiting.length * 2 >= entries.length;
    if (!isKey || waiting.length * 2 < pairs.length) return null;
    for (const [question, entry] of waiting) given.set(question, entry);
    from = firstFrom(end, next);
  }
  return questions.map((question) => {
    const entry = given.get(question);
    return entry ? { ...question, answer: entry.answer(question.prompt) } : question;
  });
}

/** Each entry with the next question of its number; where questions have none, all in their order. */
function paired(
  questions: readonly Finding[],
  entries: readonly KeyEntry[],
): [Finding, KeyEntry][] {
  const areNumbered = questions.some(({ number }) => number !== null);
  if (!areNumbered && questions.length !== entries.length) return [];
  const waiting = groupBy(questions.entries(), ([, { number }]) => (areNumbered ? number : null));
  let next = 0;
  return entries.flatMap((entry): [Finding, KeyEntry][] => {
    const others = waiting.get(areNumbered ? entry.number : null) ?? [];
    while (others[0] && others[0][0] < next) others.shift();
    const [first] = others;
    if (!first) return [];
    const [at, question] = first;
    next = at + 1;
    return [[question, entry]];
  });
}

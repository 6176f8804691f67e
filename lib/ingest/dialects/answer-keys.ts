import type { RootContent } from "mdast";
import type { Finding, ParsedDocument, Span } from "./dialect";
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
  if (title?.type === "html") {
    let end = at + 1;
    while (end < blocks.length && !closesFold(blocks[end - 1]) && !opensKey(blocks[end])) end += 1;
    return end;
  }
  const depth = title?.type === "heading" ? title.depth : null;
  const length = blocks.slice(at + 1).findIndex((block) => {
    if (block.type === "heading") return depth === null || block.depth <= depth;
    return depth === null && (block.type === "thematicBreak" || isKeyTitle(block));
  });
  return length === -1 ? blocks.length : at + 1 + length;
}

function opensKey(block: RootContent | undefined): boolean {
  return block?.type === "html" && isKeyTitle(block);
}

function closesFold(block: RootContent | undefined): boolean {
  return block?.type === "html" && block.value.includes("</details");
}

/** The questions with the answers of all keys; null where those are no keys to them. */
function answered(questions: readonly Finding[], keys: readonly Key[]): Finding[] | null {
  const given = new Map<Finding, KeyEntry>();
  let from = 0;
  for (const { start, end, entries } of keys) {
    const over = questions.filter(({ span }) => span.start >= from && span.start < start);
    const pairs = paired(over, entries);
    const waiting = pairs.filter(([question]) => question.answer === null);
    const isKey = waiting.length >= FEWEST && waiting.length * 2 >= entries.length;
    if (!isKey || waiting.length * 2 < pairs.length) return null;
    for (const [question, entry] of waiting) given.set(question, entry);
    from = end;
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
  let next = 0;
  return entries.flatMap((entry): [Finding, KeyEntry][] => {
    const at = questions.findIndex(
      ({ number }, i) => i >= next && (!areNumbered || number === entry.number),
    );
    const question = questions[at];
    if (!question) return [];
    next = at + 1;
    return [[question, entry]];
  });
}

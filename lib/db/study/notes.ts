import type { OwnText, OwnTextKind, OwnWords } from "@/lib/domain/own-words";
import type { Queries } from "@/lib/db/queries";

type Key = { learnerId: string; questionId: string; kind: OwnTextKind };

/** What the columns of a learner's texts make of a question. */
export function toOwnWords(rows: ({ kind: string } & OwnText)[]): OwnWords<OwnText> {
  const text = (wanted: OwnTextKind) => {
    const row = rows.find(({ kind }) => kind === wanted);
    return row ? { markdown: row.markdown, updatedAt: row.updatedAt } : null;
  };
  return { note: text("note"), answer: text("answer") };
}

/** A learner's text. Null when there is none. */
export async function ownText(read: Queries, key: Key): Promise<OwnText | null> {
  return read.note.findUnique({
    where: { learnerId_questionId_kind: key },
    select: { markdown: true, updatedAt: true },
  });
}

/**
 * Writes a learner's text over the one seen, or where there is none. False when another stands
 * there by now: nothing was written.
 */
export async function writeOwnText(
  tx: Queries,
  { id, ...key }: Key & { id: string },
  text: OwnText,
  seenAt: Date | null,
): Promise<boolean> {
  const seen = { ...key, updatedAt: seenAt ?? NEVER };
  const { count } = await tx.note.updateMany({ where: seen, data: text });
  if (count === 1) return true;
  if (await ownText(tx, key)) return false;
  await tx.note.create({ data: { id, ...key, ...text } });
  return true;
}

/** Removes a learner's text if it is the one seen. False when another stands there by now. */
export async function removeOwnText(tx: Queries, key: Key, seenAt: Date | null): Promise<boolean> {
  const seen = { ...key, updatedAt: seenAt ?? NEVER };
  const { count } = await tx.note.deleteMany({ where: seen });
  return count === 1 || (await ownText(tx, key)) === null;
}

// No text was saved then.
const NEVER = new Date(0);

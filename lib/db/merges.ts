import { z } from "zod";
import type { Queries } from "./queries";
import { JsonTime } from "./json-columns";
import type { PlainQueries } from "./plain-queries";

/** The question that one goes on as: itself, or the one that it was merged into. Null for unknown. */
export async function survivorOf(read: PlainQueries, id: string): Promise<string | null> {
  const [row] = await read.$queryRaw<{ survivor: string }[]>`
    SELECT COALESCE("mergedIntoId", "id") AS "survivor" FROM "Question" WHERE "id" = ${id}`;
  return row?.survivor ?? null;
}

/** A question with those that were merged into it: whose reviews are its log. */
export async function withMerged(read: Queries, id: string): Promise<string[]> {
  const merged = await read.question.findMany({
    where: { mergedIntoId: id },
    select: { id: true },
  });
  return [id, ...merged.map((question) => question.id)];
}

/** Whether a question is in use, and since when not. Null for an unknown one. */
export async function retirementOf(read: Queries, id: string) {
  return read.question.findUnique({
    where: { id },
    select: { retiredAt: true, retiredBy: true },
  });
}

/** Puts a question away as merged into another, with what had been merged into it before. */
export async function markMerged(
  tx: Queries,
  { from, into }: { from: string; into: string },
  at: Date,
): Promise<void> {
  await tx.question.updateMany({
    where: { OR: [{ id: from }, { mergedIntoId: from }] },
    data: { mergedIntoId: into },
  });
  await tx.question.update({ where: { id: from }, data: { retiredAt: at, retiredBy: "merge" } });
}

/**
 * Parts a question from the one that it was merged into, with `own`, which had been merged into it
 * before; and puts it away where `retirement` says so.
 */
export async function markParted(
  tx: Queries,
  { from, own }: { from: string; own: string[] },
  retirement: { retiredAt: Date | null; retiredBy: string | null },
): Promise<void> {
  await tx.question.updateMany({ where: { id: { in: own } }, data: { mergedIntoId: from } });
  await tx.question.update({ where: { id: from }, data: { mergedIntoId: null, ...retirement } });
}

/** The learners who have something of their own on one of these questions. */
export async function learnersKnowing(read: Queries, ids: string[]): Promise<string[]> {
  const of = { where: { questionId: { in: ids } }, select: { learnerId: true } } as const;
  const rows = await Promise.all([
    read.memory.findMany(of),
    read.note.findMany(of),
    read.keyPoint.findMany(of),
  ]);
  return [...new Set(rows.flat().flatMap(({ learnerId }) => learnerId ?? []))];
}

/** Gives a question the notes of another: below its own, where it has one. Theirs stay. */
export async function copyNotes(
  tx: Queries,
  { from, into }: { from: string; into: string },
  newId: () => string,
): Promise<void> {
  for (const { learnerId, kind, markdown, updatedAt } of await tx.note.findMany({
    where: { questionId: from },
  })) {
    const key = { learnerId, questionId: into, kind };
    const own = await tx.note.findUnique({ where: { learnerId_questionId_kind: key } });
    await tx.note.upsert({
      where: { learnerId_questionId_kind: key },
      create: { id: newId(), ...key, markdown, updatedAt },
      update: { markdown: `${own?.markdown ?? ""}${NOTE_OF_ANOTHER}${markdown}` },
    });
  }
}

const NOTE_OF_ANOTHER = "\n\n---\n\n";

/** Takes the notes of another question away again, where they are as they were copied. */
export async function takeNotesBack(
  tx: Queries,
  { from, into }: { from: string; into: string },
): Promise<void> {
  for (const { learnerId, kind, markdown } of await tx.note.findMany({
    where: { questionId: from },
  })) {
    const key = { learnerId, questionId: into, kind };
    const now = await tx.note.findUnique({ where: { learnerId_questionId_kind: key } });
    if (!now) continue;
    const left = withoutCopy(now.markdown, markdown);
    if (left === "") await tx.note.delete({ where: { id: now.id } });
    else await tx.note.update({ where: { id: now.id }, data: { markdown: left } });
  }
}

/** A note without what was copied to it, which others may have been copied below. */
function withoutCopy(note: string, copied: string): string {
  const all = `${NOTE_OF_ANOTHER}${note}${NOTE_OF_ANOTHER}`;
  const copy = `${NOTE_OF_ANOTHER}${copied}`;
  const at = all.lastIndexOf(`${copy}${NOTE_OF_ANOTHER}`);
  if (at === -1) return note;
  const left = all.slice(0, at) + all.slice(at + copy.length);
  return left.slice(NOTE_OF_ANOTHER.length, -NOTE_OF_ANOTHER.length);
}

/** Hands the learners' own key points of a question on to another; answers their ids. */
export async function moveOwnKeyPoints(
  tx: Queries,
  { from, into }: { from: string; into: string },
): Promise<string[]> {
  const own = await tx.keyPoint.findMany({
    where: { questionId: from, learnerId: { not: null } },
    select: { id: true },
  });
  const last = await tx.keyPoint.aggregate({
    where: { questionId: into },
    _max: { position: true },
  });
  const ids = own.map(({ id }) => id);
  await tx.keyPoint.updateMany({
    where: { id: { in: ids } },
    data: { questionId: into, position: { increment: (last._max.position ?? -1) + 1 } },
  });
  return ids;
}

/** Gives a question's key points back to it, where the other one still has them. */
export async function returnOwnKeyPoints(
  tx: Queries,
  { from, into }: { from: string; into: string },
  ids: string[],
): Promise<void> {
  await tx.keyPoint.updateMany({
    where: { id: { in: ids }, questionId: into },
    data: { questionId: from },
  });
}

/** Books on a learner's log that two questions are one from now on, and what would undo it. */
export async function logMerge(
  tx: Queries,
  action: { id: string; learnerId: string; questionId: string; at: Date; detail: object },
): Promise<void> {
  const { detail, ...row } = action;
  await tx.action.create({ data: { ...row, kind: "merge", detail: JSON.stringify(detail) } });
}

const LoggedMerge = z.object({
  keyPoints: z.array(z.string()),
  own: z.object({
    suspended: z.boolean(),
    flagged: z.boolean(),
    buriedUntil: JsonTime.nullable(),
    resetAt: JsonTime.nullable(),
  }),
});
/** What a merge moved, and what the learner had decided about the one that goes on. */
export type LoggedMerge = z.infer<typeof LoggedMerge>;

/** What the learners' logs say of the merge of a question that was not taken back, by learner. */
export async function loggedMerges(
  read: Queries,
  questionId: string,
): Promise<Map<string, LoggedMerge>> {
  const rows = await read.action.findMany({
    where: { questionId, kind: "merge", undoneAt: null },
    select: { learnerId: true, detail: true },
  });
  return new Map(
    rows.map(({ learnerId, detail }) => [learnerId, LoggedMerge.parse(JSON.parse(detail ?? ""))]),
  );
}

/** Marks it as taken back in the logs, which keep it. */
export async function markMergeUndone(tx: Queries, questionId: string, at: Date): Promise<void> {
  await tx.action.updateMany({
    where: { questionId, kind: "merge", undoneAt: null },
    data: { undoneAt: at },
  });
}

/** Whether a question's document is in use, and who put it away. */
export async function documentRetirement(read: Queries, questionId: string) {
  const row = await read.question.findUniqueOrThrow({
    where: { id: questionId },
    select: { documentId: true, document: { select: { retiredAt: true, retiredBy: true } } },
  });
  return { documentId: row.documentId, ...row.document };
}

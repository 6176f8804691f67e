import { groupBy } from "@/lib/group-by";
import { Prisma } from "./generated/client";
import type { Queries } from "./queries";

/** What a question in use says: as everybody has it, or with what a learner made of it. */
export type QuestionTexts = {
  questionId: string;
  /** Whose it is; null for everybody who made nothing of their own. */
  learnerId: string | null;
  prompt: string;
  answer: string | null;
  keyPoints: string[];
  /** The learner's notes and own answer, in Markdown. */
  notes: string[];
};

/**
 * What the questions with these ids say: once as their documents have it, and once more for each learner
 * with words of their own on one, reworded and hidden points among them. Questions that are not in use
 * are left out.
 */
export async function questionTexts(
  read: Queries,
  ids: readonly string[],
): Promise<QuestionTexts[]> {
  if (ids.length === 0) return [];
  const of = Prisma.join([...ids]);
  const said = await read.$queryRaw<SaidRow[]>`
    SELECT q."id", t."prompt", t."answer" FROM "Question" q
    JOIN "QuestionVersion" v ON v."questionId" = q."id" AND v."replacedAt" IS NULL
    JOIN "QuestionText" t ON t."hash" = v."hash"
    WHERE q."id" IN (${of}) AND q."retiredAt" IS NULL`;
  const points = await read.$queryRaw<PointRow[]>`
    SELECT "id", "questionId", "learnerId", "text" FROM "KeyPoint"
    WHERE "questionId" IN (${of}) AND "retiredAt" IS NULL
    ORDER BY "learnerId" NULLS FIRST, "position", "id"`;
  const choices = await read.$queryRaw<ChoiceRow[]>`
    SELECT c."learnerId", c."keyPointId", p."questionId", c."text", c."hidden"
    FROM "KeyPoint" p JOIN "KeyPointChoice" c ON c."keyPointId" = p."id"
    WHERE p."questionId" IN (${of})`;
  const notes = await read.$queryRaw<NoteRow[]>`
    SELECT "learnerId", "questionId", "markdown" FROM "Note"
    WHERE "questionId" IN (${of}) ORDER BY "kind"`;
  const [pointsOf, choicesOf, notesOf] = [
    byQuestion(points),
    byQuestion(choices),
    byQuestion(notes),
  ];
  return said.flatMap((row) =>
    textsOf(row, {
      points: pointsOf.get(row.id) ?? [],
      choices: choicesOf.get(row.id) ?? [],
      notes: notesOf.get(row.id) ?? [],
    }),
  );
}

function byQuestion<T extends { questionId: string }>(rows: T[]): Map<string, T[]> {
  return groupBy(rows, ({ questionId }) => questionId);
}

type SaidRow = { id: string; prompt: string; answer: string | null };
type PointRow = { id: string; questionId: string; learnerId: string | null; text: string };
type ChoiceRow = {
  learnerId: string;
  keyPointId: string;
  questionId: string;
  text: string | null;
  hidden: boolean | number | bigint;
};
type NoteRow = { learnerId: string; questionId: string; markdown: string };

function textsOf(
  { id, ...said }: SaidRow,
  own: { points: PointRow[]; choices: ChoiceRow[]; notes: NoteRow[] },
): QuestionTexts[] {
  const learners = [...own.points, ...own.choices, ...own.notes].map((row) => row.learnerId);
  return [...new Set([null, ...learners])].map((learnerId) => ({
    questionId: id,
    learnerId,
    ...said,
    keyPoints: own.points.flatMap((point) => {
      if (point.learnerId !== null) return point.learnerId === learnerId ? [point.text] : [];
      const isOf = (row: ChoiceRow) => row.keyPointId === point.id && row.learnerId === learnerId;
      const choice = own.choices.find(isOf);
      return choice && Number(choice.hidden) ? [] : [choice?.text ?? point.text];
    }),
    notes: own.notes.filter((note) => note.learnerId === learnerId).map((note) => note.markdown),
  }));
}

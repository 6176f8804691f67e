import type { PointToChoose } from "@/lib/domain/own-words";
import { pointHistory } from "@/lib/domain/point-history";
import type { KeyPoint } from "@/lib/domain/question";
import type { Queries } from "@/lib/db/queries";
import { Prisma } from "@/lib/db/generated/client";
import { readInChunks } from "@/lib/db/in-chunks";
import { groupBy } from "@/lib/group-by";
import { pointHistories } from "./point-histories";

type Choice = { text: string | null; core: boolean | null; hidden: boolean };

type PointRow = Pick<KeyPoint, "id" | "text" | "section" | "core" | "start" | "end"> & {
  questionId: string;
  textChosen: string | null;
  coreChosen: boolean | null;
};

/**
 * The points of questions as a learner has made them, by question: the document's, then their own.
 * Hidden ones are left out.
 */
export async function keyPoints(
  read: Queries,
  learnerId: string,
  questionIds: readonly string[],
): Promise<Map<string, KeyPoint[]>> {
  // A hundred questions have some five hundred points: Prisma takes several times as long.
  const rows = await readInChunks(
    questionIds,
    (some) => read.$queryRaw<PointRow[]>`
      SELECT p."id", p."questionId", p."text", p."section", p."core", p."answerStart" AS "start",
        p."answerEnd" AS "end",        c."text" AS "textChosen", c."core" AS "coreChosen"
      FROM "KeyPoint" p
      LEFT JOIN "KeyPointChoice" c ON c."keyPointId" = p."id" AND c."learnerId" = ${learnerId}
      WHERE p."questionId" IN (${Prisma.join(some)}) AND p."retiredAt" IS NULL
        AND (p."learnerId" IS NULL OR p."learnerId" = ${learnerId})
        AND (c."hidden" IS NULL OR NOT c."hidden")
      ORDER BY p."learnerId" NULLS FIRST, p."position", p."id"`,
  );
  const histories = await pointHistories(
    read,
    learnerId,
    rows.map(({ id }) => id),
  );
  const points = rows.map(({ questionId, textChosen, coreChosen, ...point }) => ({
    questionId,
    point: {
      ...point,
      ...chosen(point, { text: textChosen, core: coreChosen }),
      ...(histories.get(point.id) ?? pointHistory([])),
    },
  }));
  const byQuestion = groupBy(points, ({ questionId }) => questionId);
  return new Map([...byQuestion].map(([id, all]) => [id, all.map(({ point }) => point)]));
}

/** All points of a question that a learner can choose among, hidden ones too. */
export async function pointsToChoose(
  read: Queries,
  learnerId: string,
  questionId: string,
): Promise<PointToChoose[]> {
  const rows = await read.keyPoint.findMany({
    // A point of their own that was hidden is retired.
    where: { questionId, OR: [{ learnerId: null, retiredAt: null }, { learnerId }] },
    orderBy: IN_ORDER,
    select: {
      id: true,
      text: true,
      core: true,
      learnerId: true,
      retiredAt: true,
      choices: { where: { learnerId } },
    },
  });
  return rows.map(({ id, choices: [choice], retiredAt, ...row }) => {
    const { text, core } = row;
    if (row.learnerId !== null) return { id, text, core, hidden: retiredAt !== null, given: null };
    const hidden = choice?.hidden ?? false;
    return { id, ...chosen(row, choice), hidden, given: { text, core } };
  });
}

/** Keeps what a learner makes of a document's point; what is as the document has it is not kept. */
export async function writeChoice(
  tx: Queries,
  key: { learnerId: string; keyPointId: string },
  choice: Choice,
): Promise<void> {
  if (choice.text === null && choice.core === null && !choice.hidden) {
    await tx.keyPointChoice.deleteMany({ where: key });
    return;
  }
  await tx.keyPointChoice.upsert({
    where: { learnerId_keyPointId: key },
    update: choice,
    create: { ...key, ...choice },
  });
}

/**
 * Drops choices that leave the document's points as they are. It comes before what is read for a
 * choice: a transaction begins with a write.
 */
export async function dropVainChoices(
  tx: Queries,
  { learnerId, questionId }: { learnerId: string; questionId: string },
): Promise<void> {
  await tx.keyPointChoice.deleteMany({
    where: { learnerId, keyPoint: { questionId }, text: null, core: null, hidden: false },
  });
}

/** Rewrites a point of the learner's own; a hidden one is retired, as reviews may point to it. */
export async function writeOwnPoint(
  tx: Queries,
  key: { id: string; learnerId: string },
  point: { text: string; core: boolean; retiredAt: Date | null },
): Promise<void> {
  await tx.keyPoint.updateMany({ where: key, data: point });
}

/** Adds points of the learner's own after those that they have. */
export async function addOwnPoints(
  tx: Queries,
  { learnerId, questionId }: { learnerId: string; questionId: string },
  points: { id: string; text: string; core: boolean }[],
): Promise<void> {
  const had = await tx.keyPoint.count({ where: { learnerId, questionId } });
  await tx.keyPoint.createMany({
    data: points.map((point, i) => ({
      ...point,
      learnerId,
      questionId,
      position: had + i,
      extractorVersion: "",
    })),
  });
}

const IN_ORDER: Prisma.KeyPointOrderByWithRelationInput[] = [
  { learnerId: { sort: "asc", nulls: "first" } },
  { position: "asc" },
  { id: "asc" },
];

function chosen(
  point: { text: string; core: boolean },
  choice: Omit<Choice, "hidden"> | undefined,
) {
  return { text: choice?.text ?? point.text, core: choice?.core ?? point.core };
}

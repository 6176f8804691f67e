import { z } from "zod";
import { breathe } from "@/lib/breathe";
import type { Queries } from "./queries";
import type { Memory, Review, ReviewPoint } from "./generated/client";
import { readColumn } from "./json-columns";
import { problemsIn } from "./problems";

/** The arrays of an export, in order: what is referred to comes first. */
export const EXPORT_TABLES = [
  "documents",
  "topics",
  "questions",
  "keyPoints",
  "keyPointChoices",
  "notes",
  "memories",
  "actions",
  "interviews",
  "reviews",
] as const;
export type ExportTable = (typeof EXPORT_TABLES)[number];

/** A page is read at a stretch: longer ones would be felt by whoever grades meanwhile. */
const PAGE = 200;

/** A table's rows for an export, a page at a time, each with an `id`. */
export async function* exportRows(
  read: Queries,
  table: ExportTable,
  learnerId: string,
): AsyncGenerator<object[]> {
  let after = "";
  for (;;) {
    const rows = await PAGES[table](read, after, learnerId);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.id;
    await breathe();
  }
}

type Page = (read: Queries, after: string, learnerId: string) => Promise<{ id: string }[]>;

const PAGES: Record<ExportTable, Page> = {
  documents: async (read, after) => {
    const rows = await read.document.findMany(page(after));
    return rows.map(({ problems, ...row }) => ({ ...row, problems: problemsIn(problems) }));
  },
  topics: (read, after) => read.topic.findMany(page(after)),
  questions: async (read, after) => {
    const include = {
      versions: { orderBy: { since: "asc" }, include: { text: { omit: { hash: true } } } },
      tags: { select: { tag: { select: { name: true } } } },
    } as const;
    const rows = await read.question.findMany({ ...page(after), include });
    return rows.map(({ tags, ...row }) => {
      const versions = row.versions.map(({ text, ...version }) => ({ ...version, ...text }));
      const current = versions.find(({ replacedAt }) => replacedAt === null);
      const { prompt = "", answer = null } = current ?? {};
      return { ...row, versions, prompt, answer, tags: tags.map(({ tag }) => tag.name) };
    });
  },
  keyPoints: (read, after, learnerId) =>
    read.keyPoint.findMany({
      ...page(after),
      where: { id: { gt: after }, OR: [{ learnerId: null }, { learnerId }] },
    }),
  keyPointChoices: async (read, after, learnerId) => {
    const rows = await read.keyPointChoice.findMany({
      where: { learnerId, keyPointId: { gt: after } },
      orderBy: { keyPointId: "asc" },
      take: PAGE,
    });
    // A learner has one choice a point: the point's id is the choice's.
    return rows.map((row) => ({ id: row.keyPointId, ...row }));
  },
  notes: (read, after, learnerId) => read.note.findMany(page(after, { learnerId })),
  memories: async (read, after, learnerId) => {
    // As they stand, one that can't be read too.
    const rows = await read.$queryRaw<Memory[]>`
      SELECT * FROM "Memory" WHERE "learnerId" = ${learnerId} AND "questionId" > ${after}
      ORDER BY "questionId" LIMIT ${PAGE}`;
    // A learner has one memory a question: the question's id is the memory's.
    return rows.map((row) => ({ id: row.questionId, ...row }));
  },
  actions: (read, after, learnerId) => read.action.findMany(page(after, { learnerId })),
  interviews: async (read, after, learnerId) => {
    const include = {
      topics: { select: { topicId: true, importance: true } },
      questions: { omit: { interviewId: true } },
    } as const;
    const rows = await read.interview.findMany({ ...page(after, { learnerId }), include });
    return rows.map(({ days, ...row }) => ({
      ...row,
      days: readColumn(Days, days, `What interview ${row.id} says of days`),
    }));
  },
  reviews: async (read, after, learnerId) => {
    const points = { select: { keyPointId: true, outcome: true } };
    const rows = await read.review.findMany({ ...page(after, { learnerId }), include: { points } });
    return rows.map(asSent);
  },
};

function page(after: string, where: { learnerId?: string } = {}) {
  return { where: { ...where, id: { gt: after } }, orderBy: { id: "asc" }, take: PAGE } as const;
}

const Days = z.array(z.number());
const KeyPointIds = z.array(z.string());

/** A review with what was said of its key points under the names that it was sent with. */
function asSent({
  wrongAssessed,
  suggestedPoints,
  points,
  ...review
}: Review & { points: Pick<ReviewPoint, "keyPointId" | "outcome">[] }) {
  const ids = (wanted: string) =>
    points.filter(({ outcome }) => outcome === wanted).map(({ keyPointId }) => keyPointId);
  return {
    ...review,
    recalledKeyPointIds: review.assessed ? ids("recalled") : null,
    wrongKeyPointIds: wrongAssessed ? ids("wrong") : null,
    suggestedKeyPointIds:
      suggestedPoints &&
      readColumn(KeyPointIds, suggestedPoints, `What review ${review.id} suggests`),
    points: points.map((point) => ({ ...point, recalled: point.outcome === "recalled" })),
  };
}

import type { Queries } from "@/lib/db/queries";
import { type Asked, WENT, type Went } from "@/lib/domain/debrief";

/** What was asked in an interview, in the order in which it was told. */
export async function askedIn(read: Queries, interviewId: string): Promise<Asked[]> {
  const rows = await read.interviewQuestion.findMany({
    where: { interviewId, removedAt: null },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: {
      id: true,
      text: true,
      went: true,
      question: {
        select: {
          id: true,
          topic: { select: { path: true } },
          versions: { where: { replacedAt: null }, select: { text: { select: { prompt: true } } } },
        },
      },
    },
  });
  return rows.map(({ id, text, question, ...row }) => {
    const went = toWent(row.went);
    if (!question) return { id, went, questionId: null, text: text ?? "" };
    const prompt = question.versions[0]?.text.prompt ?? "";
    return { id, went, questionId: question.id, prompt, topic: question.topic.path, text: null };
  });
}

/** Notes that something was asked; of a question that was noted before, how it went by the newest word. */
export async function writeAsked(
  tx: Queries,
  { id, interviewId, at, ...asked }: NewAsked,
): Promise<void> {
  const data = { ...asked, at, removedAt: null };
  const { questionId } = asked;
  if (questionId === null) {
    await tx.interviewQuestion.create({ data: { id, interviewId, ...data } });
    return;
  }
  await tx.interviewQuestion.upsert({
    where: { interviewId_questionId: { interviewId, questionId } },
    create: { id, interviewId, ...data },
    update: data,
  });
}

/** Takes back that something was asked. */
export async function removeAsked(
  tx: Queries,
  interviewId: string,
  id: string,
  now: Date,
): Promise<void> {
  await tx.interviewQuestion.updateMany({
    where: { id, interviewId, removedAt: null },
    data: { removedAt: now },
  });
}

type NewAsked = {
  id: string;
  interviewId: string;
  questionId: string | null;
  text: string | null;
  went: Went;
  at: Date;
};

function toWent(stored: string): Went {
  return WENT.find((went) => went === stored) ?? "partly";
}

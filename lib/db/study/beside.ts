import type { ListedQuestion } from "@/lib/domain/question";
import type { Queries } from "@/lib/db/queries";
import { listedQuestions } from "./questions";

/** The questions in use before and after one in its document; null where it is the first or the last. */
export async function questionsBeside(
  read: Queries,
  questionId: string,
): Promise<{ previous: ListedQuestion | null; next: ListedQuestion | null }> {
  const own = await read.question.findUniqueOrThrow({
    where: { id: questionId },
    select: { documentId: true, position: true },
  });
  const inUse = { documentId: own.documentId, retiredAt: null };
  const [before, after] = await Promise.all([
    read.question.findFirst({
      where: { ...inUse, position: { lt: own.position } },
      orderBy: { position: "desc" },
      select: { id: true },
    }),
    read.question.findFirst({
      where: { ...inUse, position: { gt: own.position } },
      orderBy: { position: "asc" },
      select: { id: true },
    }),
  ]);
  const ids = [before, after].flatMap((one) => one?.id ?? []);
  const listed = await listedQuestions(read, ids);
  const named = (id: string | undefined) => listed.find((one) => one.id === id) ?? null;
  return { previous: named(before?.id), next: named(after?.id) };
}

import type { Problem } from "@/lib/domain/problem";
import type { Database } from "./client";

/** Adds a problem to those of a document, once. One that an ingest changes meanwhile is left as it is. */
export async function addProblem(
  database: Database,
  documentId: string,
  problem: Problem,
): Promise<void> {
  const found = await database.read.document.findUnique({
    where: { id: documentId },
    select: { problems: true },
  });
  if (!found) return;
  const problems: Problem[] = JSON.parse(found.problems);
  const isKnown = ({ line, code }: Problem) => line === problem.line && code === problem.code;
  if (problems.some(isKnown)) return;
  const now = JSON.stringify([...problems, problem].toSorted((a, b) => a.line - b.line));
  await database.write((tx) =>
    tx.document.updateMany({
      where: { id: documentId, problems: found.problems },
      data: { problems: now },
    }),
  );
}

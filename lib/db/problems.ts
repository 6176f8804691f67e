import { z } from "zod";
import type { Problem, ProblemCode } from "@/lib/domain/problem";
import type { Database } from "./client";
import { readColumn } from "./json-columns";

const Problems = z.array(
  z.object({
    line: z.number(),
    severity: z.enum(["error", "warning"]),
    code: z.custom<ProblemCode>((code) => typeof code === "string"),
    message: z.string(),
    remedy: z.string(),
  }),
);

/** The problems that a document's row holds; none where they can't be read. */
export function problemsIn(json: string): Problem[] {
  return readColumn(Problems, json, "What is wrong with a document") ?? [];
}

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
  const problems = problemsIn(found.problems);
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

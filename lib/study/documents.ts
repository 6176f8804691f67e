import { documentsWithProblems } from "@/lib/db/documents";
import type { Problem } from "@/lib/domain/problem";
import type { Context } from "./context";

export type DocumentView = {
  id: string;
  title: string;
  path: string;
  questions: number;
  encodingRepairs: number;
  takenInAt: Date;
  retiredAt: Date | null;
  problems: Problem[];
};

/** All documents with what is wrong in them, those in use first. */
export async function documentList({ database }: Context): Promise<DocumentView[]> {
  const documents = await documentsWithProblems(database.read);
  return documents.toSorted((a, b) => Number(a.retiredAt !== null) - Number(b.retiredAt !== null));
}

import { counted } from "@/lib/domain/counted";
import { spokenMoment } from "@/lib/domain/spoken-time";
import type { DocumentView } from "@/lib/wire/documents";

/** A document as a row tells of it. */
export type Row = Pick<
  DocumentView,
  "id" | "origin" | "path" | "retiredBy" | "title" | "problems"
> & {
  /** Tells it from others where its title does not. */
  name: string;
  /** What was found in it, and where it came from and when, in sentences. */
  found: string;
  facts: string;
};

/** A document's row, with no more than it shows: a hundred go to the browser. */
export function rowOf(document: DocumentView, zone: string, byPath: boolean): Row {
  const { id, origin, path, retiredBy, title, problems } = document;
  const found = `${byPath ? `${path}. ` : ""}${foundIn(document)}`;
  const name = byPath ? path : title;
  const facts = factsOf(document, zone);
  return { id, origin, path, retiredBy, title, name, found, facts, problems };
}

function foundIn({ dialectReason, unanswered, problems, retiredBy }: DocumentView): string {
  if (retiredBy === "learner") return "Put away by you, with its questions and their history.";
  if (retiredBy !== null) return "The file is gone; its questions are put away with their history.";
  const parts = [
    dialectReason ?? "No question was found.",
    unanswered > 0 && `${unanswered} without an answer.`,
    problems.length > 0 && `${counted(problems.length, "problem")}.`,
  ];
  return parts.filter((part) => part !== false).join(" ");
}

function factsOf(document: DocumentView, zone: string): string {
  const { origin, path, takenInAt, encodingRepairs } = document;
  const whence = origin === "upload" ? "sent through this page" : "from a folder";
  const repaired = ` ${counted(encodingRepairs, "run")} of damaged characters were repaired in reading; the file itself is as it was.`;
  return `${path}, ${whence}, last read ${spokenMoment(takenInAt, zone)}.${encodingRepairs > 0 ? repaired : ""}`;
}

/** Whether others have a document's title too. */
export function titlesAgain(documents: readonly DocumentView[]) {
  const seen = new Map<string, number>();
  for (const { title } of documents) seen.set(title, (seen.get(title) ?? 0) + 1);
  return (title: string) => (seen.get(title) ?? 0) > 1;
}

import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { onTestFinished, vi } from "vitest";
import { missingIn } from "@/lib/db/library/retire-asks";
import { readDocuments } from "@/lib/ingest/read-documents";
import { extractHere } from "@/lib/library/run/extract-documents";
import { ingestDocuments, type IngestOptions } from "@/lib/library/run/ingest-documents";
import { readChanges } from "@/lib/library/run/read-changes";
import { aFolder, type Household } from "./store";

/** A real folder of documents, and what is done in it; there is room beside it. */
export function aContentFolder(files: Record<string, string | Uint8Array> = {}) {
  const folder = join(aFolder(), "notes");
  const at = (way: string) => join(folder, way);
  const put = (way: string, bytes: string | Uint8Array) => {
    mkdirSync(dirname(at(way)), { recursive: true });
    writeFileSync(at(way), bytes);
  };
  for (const [way, bytes] of Object.entries(files)) put(way, bytes);
  return {
    folder,
    at,
    put,
    rename: (from: string, to: string) => {
      mkdirSync(dirname(at(to)), { recursive: true });
      renameSync(at(from), at(to));
    },
    remove: (way: string) => rmSync(at(way), { recursive: true, force: true }),
  };
}

/** Takes in what is other than stored at these places of a folder, at all (null), or reads everything. */
export async function lookAt(
  { database, clock }: Household,
  folder: string,
  changed: readonly string[] | null | "everything",
  options: Partial<IngestOptions> = {},
) {
  const read =
    changed === "everything"
      ? await readDocuments([folder], folder)
      : await readChanges(database.read, folder, changed);
  const { changes } = await ingestDocuments({ database, clock, extract: extractHere }, read, {
    dryRun: false,
    retireMissing: false,
    everything: false,
    ...options,
  });
  return { read: read.files.map(({ path }) => relative(folder, path)), changes };
}

/** As if all that was written until now had been written a while ago. */
export function aWhileLater(): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 10_000 });
  onTestFinished(() => {
    vi.useRealTimers();
  });
}

/** All that is stored of a folder's documents, by what it says and not by ids, which are as they come. */
export async function storedOf({ database: { read } }: Household, folder: string) {
  const questions = await read.question.findMany({
    select: {
      id: true,
      position: true,
      line: true,
      retiredBy: true,
      document: { select: { path: true } },
      topic: { select: { path: true } },
      versions: {
        select: { replacedAt: true, text: { select: { prompt: true, answer: true } } },
        orderBy: [{ since: "asc" }, { id: "asc" }],
      },
    },
  });
  const said = new Map(
    questions.map(({ id, versions }) => [
      id,
      versions.map(
        ({ text, replacedAt }) => `${text.prompt} ${text.answer} ${replacedAt === null}`,
      ),
    ]),
  );
  const documents = await read.document.findMany({
    select: { path: true, sha256: true, retiredBy: true, problems: true },
    orderBy: { path: "asc" },
  });
  const asks = await read.ask.findMany();
  const place = (path: string) => relative(folder, path);
  return {
    questions: questions
      .map(({ id, position, line, retiredBy, document, topic }) =>
        JSON.stringify([place(document.path), topic.path, position, line, retiredBy, said.get(id)]),
      )
      .toSorted(),
    documents: documents.map((row) => ({ ...row, path: place(row.path) })),
    asks: asks
      .map(({ kind, answer, questionId, otherId, detail }) =>
        JSON.stringify([
          kind,
          answer,
          said.get(questionId ?? ""),
          said.get(otherId ?? ""),
          kind === "retire" ? missingFrom(said, detail) : null,
        ]),
      )
      .toSorted(),
  };
}

/** What the questions say that an ask to put some away is about. */
function missingFrom(said: ReadonlyMap<string, string[]>, detail: string | null): string[] {
  return missingIn(detail)
    .flatMap(({ questions }) => questions.flatMap((id) => said.get(id) ?? []))
    .toSorted();
}

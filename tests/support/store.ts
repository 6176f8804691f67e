import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Database, openDatabase } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrate";
import { type Context, contextOf } from "@/lib/use-case/context";
import { documentsView } from "@/lib/library/documents";
import type { DocumentView } from "@/lib/wire/documents";
import { extractHere } from "@/lib/library/run/extract-documents";
import { ingestDocuments, type IngestOptions } from "@/lib/library/run/ingest-documents";
import { clockAt, type TestClock } from "./clock";

/** A folder that is gone after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rehearse-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A real store in a file of its own, empty and up to date. */
export function aDatabase(file = join(aFolder(), "rehearse.db")): Database {
  if (!existsSync(file)) writeFileSync(file, emptyStore());
  const database = openDatabase(file);
  onTestFinished(() => database.close());
  return database;
}

let empty: Buffer | null = null;

/** The bytes of a store that is empty and up to date. Making one takes half of a test's time. */
function emptyStore(): Buffer {
  if (empty) return empty;
  const folder = mkdtempSync(join(tmpdir(), "rehearse-"));
  const file = join(folder, "rehearse.db");
  migrate(file, "prisma/migrations", new Date("2026-11-01T00:00:00Z"));
  empty = readFileSync(file);
  rmSync(folder, { recursive: true });
  return empty;
}

export type Household = Context & { clock: TestClock };

/** A store with a learner in UTC, on the evening of 24 November 2026, and the documents given. */
export async function aHousehold(
  documents: Record<string, string> = {},
  file?: string,
): Promise<Household> {
  const database = aDatabase(file);
  const clock = clockAt("2026-11-24T19:00:00Z");
  const context = await contextOf(database, clock);
  const learner = {
    ...context.learner,
    scheduling: { ...context.learner.scheduling, zone: "UTC" },
  };
  const household = { database, clock, learner };
  if (Object.keys(documents).length > 0) await takeIn(household, documents);
  return household;
}

/** A household as it was prepared, as often as it is asked for: a property prepares it once. */
export async function prepared<Said>(
  documents: Record<string, string>,
  prepare: (household: Household) => Promise<Said>,
) {
  const file = join(aFolder(), "rehearse.db");
  const first = await aHousehold(documents, file);
  const said = await prepare(first);
  await first.database.close();
  return async () => {
    const copy = join(aFolder(), "rehearse.db");
    copyFileSync(file, copy);
    const household = await aHousehold({}, copy);
    household.clock.set(first.clock.now().toISOString());
    return { household, said, file: copy };
  };
}

/** Takes in the documents as all that there is in the content folder. */
export async function takeIn(
  { database, clock }: Pick<Context, "database" | "clock">,
  documents: Record<string, string | Uint8Array>,
  options: Partial<IngestOptions> = {},
) {
  const files = Object.entries(documents).map(([path, text]) => ({
    path,
    folders: path.split("/").slice(1, -1),
    bytes: typeof text === "string" ? new TextEncoder().encode(text) : text,
  }));
  return ingestDocuments(
    { database, clock, extract: extractHere },
    { origin: "content", files, lookedAt: () => true, unreadable: [] },
    { dryRun: false, retireMissing: false, everything: false, ...options },
  );
}

/** All documents that their page shows, in its order. */
export async function documentList(context: Context): Promise<DocumentView[]> {
  return (await documentsView(context)).shelves.flatMap(({ documents }) => documents);
}

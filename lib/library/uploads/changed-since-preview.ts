import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { fingerprint, type SourceFile } from "@/lib/ingest/extract-document";

/** What stands under each path, as far as it matters here. */
type Stored = ReadonlyMap<string, { sha256: string }>;

const SEEN = "seen.json";
const Seen = z.array(z.tuple([z.string(), z.string().nullable()]));

/** Keeps with an upload what its preview compared it with. */
export async function keepSeen(
  folder: string,
  files: readonly SourceFile[],
  stored: Stored,
): Promise<void> {
  const seen = files.map(({ path }) => [path, stored.get(path)?.sha256 ?? null]);
  await writeFile(join(folder, SEEN), JSON.stringify(seen));
}

/**
 * The documents of an upload that would take the place of what its preview did not show: another
 * upload came between. None where nobody looked, nor where the same came.
 */
export async function changedSincePreview(
  folder: string,
  files: readonly SourceFile[],
  stored: Stored,
): Promise<string[]> {
  const json = await readFile(join(folder, SEEN), "utf8").catch(() => null);
  if (json === null) return [];
  const seen = new Map(Seen.parse(JSON.parse(json)));
  return files
    .filter(({ path, bytes }) => {
      const now = stored.get(path)?.sha256;
      return now !== undefined && now !== seen.get(path) && now !== fingerprint(bytes);
    })
    .map(({ path }) => path);
}

import { opendir, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { isDocument } from "@/lib/domain/file-kinds";
import { inNaturalOrder } from "@/lib/natural-order";

/** Names that are asked of the system at once, on another thread. */
const AT_ONCE = 256;

type Entry = { name: string; kind: "folder" | "document" };

/**
 * The documents in a folder and all below it, in the order in which people count. Links, hidden files
 * and `node_modules` are passed over. `failed` is told of a folder that can't be listed; the others
 * are.
 */
export async function* documentsBelow(
  folder: string,
  failed: (folder: string, error: unknown) => void,
): AsyncGenerator<string> {
  for (const { name, kind } of await inNaturalOrder(await entriesOf(folder, failed), nameOf)) {
    const path = join(folder, name);
    if (kind === "folder") yield* documentsBelow(path, failed);
    else yield path;
  }
}

/** The folders in a folder, by name, that are looked through with it. One that can't be listed has none. */
export async function foldersIn(folder: string): Promise<string[]> {
  const entries = await entriesOf(folder, () => undefined);
  return entries.filter(({ kind }) => kind === "folder").map(nameOf);
}

/** Whether there is a folder, through a link too. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/** Whether a path within a folder of documents is hidden, or somebody else's. */
export function isPassedOver(way: string): boolean {
  return way.split(sep).some((part) => part.startsWith(".") || part === "node_modules");
}

/** The folders and documents in a folder. */
async function entriesOf(
  folder: string,
  failed: (folder: string, error: unknown) => void,
): Promise<Entry[]> {
  const found: Entry[] = [];
  try {
    for await (const entry of await opendir(folder, { bufferSize: AT_ONCE })) {
      const { name } = entry;
      if (isPassedOver(name)) continue;
      if (entry.isDirectory()) found.push({ name, kind: "folder" });
      else if (entry.isFile() && isDocument(name)) found.push({ name, kind: "document" });
    }
    return found;
  } catch (error) {
    failed(folder, error);
    return [];
  }
}

function nameOf({ name }: Entry): string {
  return name;
}

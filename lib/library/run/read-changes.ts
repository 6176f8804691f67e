import { dirname, join, resolve } from "node:path";
import { breathe, mapInTurns } from "@/lib/breathe";
import type { Queries } from "@/lib/db/queries";
import { documentPaths, retireAsks } from "@/lib/db/library/retire-asks";
import { documentsOfCopies } from "@/lib/db/library/question-identities";
import { filesById, type StoredFile, storedFiles } from "@/lib/db/library/stored-files";
import { isDocument } from "@/lib/domain/file-kinds";
import { documentPath } from "@/lib/ingest/document-path";
import { EXTRACTOR_VERSION } from "@/lib/ingest/extract-document";
import { type PartlyRead, type ReadDocuments, readPlaces } from "@/lib/ingest/read-documents";
import { isFolder } from "@/lib/ingest/walk-folder";
import { documentsOfChangedPictures } from "./changed-pictures";

/**
 * Reads of the content folder what may be other than it is stored. `changed`: the paths within it that
 * are looked at, of files and folders, there or gone; null for all of it. A file of which the disk
 * says what it said when it was read, and would not of other bytes, is not read again.
 */
export async function readChanges(
  read: Queries,
  contentFolder: string,
  changed: readonly string[] | null,
): Promise<ReadDocuments> {
  // What is missing with the whole folder is asked about as a whole.
  const ways = (await isFolder(contentFolder)) ? changed : null;
  const doubtful = await doubtfulDocuments(read, ways);
  const places = ways && outermost([...ways.map((way) => join(contentFolder, way)), ...doubtful]);
  const stored = await storedAt(read, places, contentFolder);
  const { same, ...found } = await readPlaces(
    places ?? [contentFolder],
    contentFolder,
    (name, stamp) => !doubtful.has(name) && isKnown(stored.get(name), stamp),
  );
  const ids = await takeOut(stored, same);
  await breathe();
  const missing = [...stored.values()].filter(({ retiredAt }) => retiredAt === null);
  const names = await namesOf([missing, found.files, found.refused ?? []]);
  const looked = await mapInTurns([...names], (name) => stored.get(name)?.id ?? []);
  const copies = await copiesBeside(read, looked.flat());
  const partly = { names: [...names], same: ids };
  return copies.size === 0
    ? { ...found, partly }
    : withCopies({ ...found, partly }, copies, contentFolder);
}

/** The paths of files, each once. */
async function namesOf(lists: readonly (readonly { path: string }[])[]): Promise<Set<string>> {
  const names = new Set<string>();
  for (const list of lists) await mapInTurns(list, ({ path }) => names.add(path));
  return names;
}

/** Takes files out of those that are stored, by path, and answers their ids. */
async function takeOut(
  stored: Map<string, StoredFile>,
  paths: readonly string[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const [i, path] of paths.entries()) {
    const file = stored.get(path);
    if (file) ids.push(file.id);
    stored.delete(path);
    if (i % AT_ONCE === 0) await breathe();
  }
  return ids;
}

/** Of a hundred thousand, so many are gone through at a time. */
const AT_ONCE = 5000;

/** Documents that are looked at whatever the disk says of them. */
async function doubtfulDocuments(
  read: Queries,
  changed: readonly string[] | null,
): Promise<Set<string>> {
  // Of what a run missed and kept, another must know whether it is back.
  const missing = (await retireAsks(read)).flatMap((ask) => ask.missing);
  const asked = await documentPaths(
    read,
    missing.map(({ documentId }) => documentId),
  );
  // What is no document may be a picture, or a folder with pictures.
  const pictures = changed === null || changed.some((way) => !isDocument(way));
  const pictured = pictures ? await documentsOfChangedPictures(read) : [];
  return new Set([...asked.values(), ...pictured]);
}

/** Without those that lie below another one. */
function outermost(places: readonly string[]): string[] {
  const all = new Set(places.map((place) => resolve(place)));
  const isBelow = (place: string): boolean => {
    const above = dirname(place);
    return above !== place && (all.has(above) || isBelow(above));
  };
  return [...all].filter((place) => !isBelow(place));
}

/** What is stored of these places, by path. */
async function storedAt(
  read: Queries,
  places: readonly string[] | null,
  contentFolder: string,
): Promise<Map<string, StoredFile>> {
  const isAll = places === null || places.includes(resolve(contentFolder));
  return storedFiles(read, isAll ? null : places.map(documentPath));
}

/** Whether a file with this stamp is as it was read, or is put away whatever it says. */
function isKnown(stored: StoredFile | undefined, stamp: string): boolean {
  if (!stored) return false;
  const { retiredAt, retiredBy, extractorVersion, fileStamp } = stored;
  if (retiredBy === "learner") return true;
  return retiredAt === null && extractorVersion === EXTRACTOR_VERSION && fileStamp === stamp;
}

/** The documents that hold copies of what may go from these: a copy may be all that is left. */
async function copiesBeside(
  read: Queries,
  ids: readonly string[],
): Promise<Map<string, StoredFile>> {
  const known = new Set(ids);
  const beside = await documentsOfCopies(read, ids);
  return filesById(
    read,
    [...new Set(beside)].filter((id) => !known.has(id)),
  );
}

/** With documents that are read whatever the disk says of them. */
async function withCopies(
  found: ReadDocuments & { partly: PartlyRead },
  copies: ReadonlyMap<string, StoredFile>,
  contentFolder: string,
): Promise<ReadDocuments> {
  const paths = [...copies.keys()];
  const beside = await readPlaces(paths, contentFolder, () => false);
  const ids = new Set([...copies.values()].map(({ id }) => id));
  const { names, same } = found.partly;
  return {
    ...found,
    files: [...found.files, ...beside.files],
    refused: [...(found.refused ?? []), ...(beside.refused ?? [])],
    unreadable: [...found.unreadable, ...beside.unreadable],
    lookedAt: (path) => found.lookedAt(path) && beside.lookedAt(path),
    partly: { names: [...names, ...paths], same: same.filter((id) => !ids.has(id)) },
  };
}

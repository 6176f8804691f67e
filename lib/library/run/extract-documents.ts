import { breathe } from "@/lib/breathe";
import { extractDocument, type SourceFile } from "@/lib/ingest/extract-document";
import { diagramFault } from "@/lib/markdown/diagram";
import { draftAhead } from "./draft-ahead";
import { type PackedDraft, packDraft } from "./packed-draft";
import type { Extract, Progress } from "./take-files";

/** Makes a file's drafts in this thread. */
export const extractHere: Extract = async (file) => extractDocument(file, diagramFault);

/** Documents as they would be taken in, without a store. */
export async function extractDocuments(
  extract: Extract,
  files: readonly SourceFile[],
  onProgress?: Progress,
): Promise<PackedDraft[]> {
  const drafts: PackedDraft[] = [];
  const draftOf = draftAhead(extract, files);
  for (const [i, file] of files.entries()) {
    drafts.push(await packDraft(await draftOf(file)));
    onProgress?.(i + 1, files.length);
    await breathe();
  }
  return drafts;
}

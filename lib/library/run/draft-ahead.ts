import type { DocumentDraft, SourceFile } from "@/lib/ingest/extract-document";

/** As many as there are workers, on most machines, and one more to take up at once. */
const AHEAD = 5;

/** Makes a file's draft. */
type Extract = (file: SourceFile) => Promise<DocumentDraft>;

/**
 * Makes drafts of files that are asked for in this order, and begins with the next few while one is
 * waited for.
 */
export function draftAhead(extract: Extract, files: readonly SourceFile[]): Extract {
  const begun = new Map<SourceFile, Promise<DocumentDraft>>();
  let next = 0;
  return (file) => {
    for (const later of files.slice(next, next + AHEAD - begun.size)) {
      const draft = extract(later);
      // Whoever asks for it is told.
      draft.catch(() => undefined);
      begun.set(later, draft);
      next += 1;
    }
    const draft = begun.get(file) ?? extract(file);
    begun.delete(file);
    return draft;
  };
}

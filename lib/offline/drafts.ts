/** A text that was not saved yet, and when the one was saved that it is to replace. */
export type Draft = { markdown: string; seenAt: string | null };

/** The text left unsaved under a name. Null when there is none, or none can be kept here. */
export function draftOf(name: string): Draft | null {
  try {
    const kept = localStorage.getItem(name);
    return kept === null ? null : JSON.parse(kept);
  } catch {
    return null;
  }
}

/** Keeps a text until it is saved, through reloads and closed tabs; null drops it. */
export function keepDraft(name: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(name, JSON.stringify(draft));
    else localStorage.removeItem(name);
  } catch {
    // Storage that is full or forbidden: the text stays on the page, and leaving it warns.
  }
}

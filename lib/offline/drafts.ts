/** Where something is kept until it is saved, through reloads and closed tabs. */
export type DraftKeeper<Draft> = {
  /** What was left unsaved. Null when there is nothing, or nothing can be kept here. */
  kept: () => Draft | null;
  /** Keeps it; null drops it. */
  keep: (draft: Draft | null) => void;
};

/** The place of what is written under a name; what is there and `isDraft` does not know is passed over. */
export function draftNamed<Draft extends object>(
  name: string,
  isDraft: (kept: unknown) => kept is Draft,
): DraftKeeper<Draft> {
  return {
    kept: () => {
      try {
        const kept: unknown = JSON.parse(localStorage.getItem(name) ?? "null");
        return isDraft(kept) ? kept : null;
      } catch {
        return null;
      }
    },
    keep: (draft) => {
      try {
        if (draft) localStorage.setItem(name, JSON.stringify(draft));
        else localStorage.removeItem(name);
      } catch {
        // Storage that is full or forbidden: it stays on the page, and leaving it warns.
      }
    },
  };
}

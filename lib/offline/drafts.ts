/** Where something is kept until it is saved, through reloads and closed tabs. */
export type DraftKeeper<Draft> = {
  /** What was left unsaved. Null when there is nothing, or nothing can be kept here. */
  kept: () => Draft | null;
  /** Keeps it; null drops it. */
  keep: (draft: Draft | null) => void;
};

/** The place of what is written under a name. */
export function draftNamed<Draft extends object>(name: string): DraftKeeper<Draft> {
  return {
    kept: () => {
      try {
        const kept = localStorage.getItem(name);
        return kept === null ? null : JSON.parse(kept);
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

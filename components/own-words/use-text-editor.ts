"use client";

import { useState, useTransition } from "react";
import type { OwnTextKind, ShownText } from "@/lib/domain/own-words";
import { draftNamed } from "@/lib/offline/drafts";
import { has } from "@/lib/offline/has";
import type { TextRefused } from "@/lib/wire/questions";
import type { OwnTextActions } from "./own-text-actions";
import { useLeaveWarning } from "./use-leave-warning";

type Edited = {
  questionId: string;
  kind: OwnTextKind;
  /** As saved; null for none. */
  text: ShownText | null;
  actions: OwnTextActions;
  onSaved: (text: ShownText | null) => void;
};

/** An unsaved text, and when the one was saved that it is to replace. */
type Draft = { markdown: string; seenAt: string | null };

/** A text being written: kept until it is saved, saved over the one that was seen, brought back. */
export function useTextEditor({ questionId, kind, text, actions, onSaved }: Edited) {
  const { kept, keep } = draftNamed(`unsaved ${kind} ${questionId}`, isDraft);
  const saved = text?.markdown ?? "";
  const [begun] = useState(kept);
  const [markdown, setMarkdown] = useState(begun?.markdown ?? saved);
  const [seenAt, setSeenAt] = useState(begun ? begun.seenAt : (text?.updatedAt ?? null));
  const [said, setSaid] = useState(begun ? "What you had not saved is here again." : "");
  const [other, setOther] = useState<ShownText | null>(null);
  const [earlier, setEarlier] = useState<string | null>(null);
  const [html, setHtml] = useState<string | null>(null);
  const [waits, startTransition] = useTransition();
  const isUnsaved = markdown !== saved;
  useLeaveWarning(isUnsaved);

  function write(next: string) {
    setMarkdown(next);
    setEarlier(null);
    setSaid("");
    keep(next === saved ? null : { markdown: next, seenAt });
  }
  function save(next: string) {
    setSaid("");
    startTransition(async () => {
      const answer = await actions
        .save({ questionId, kind, markdown: next, seenAt })
        .catch(() => null);
      if (!answer) return setSaid("Not saved: the server does not answer. Your text is kept here.");
      if (!answer.ok) return refused(answer.error);
      keep(null);
      setMarkdown(answer.value?.markdown ?? "");
      setSeenAt(answer.value?.updatedAt ?? null);
      setOther(null);
      setEarlier(saved === "" || saved === next ? null : saved);
      setSaid(answer.value ? "Saved." : "Removed.");
      onSaved(answer.value);
    });
  }
  function refused({ detail, other: there }: TextRefused) {
    setSaid(detail);
    if (!there) return;
    // Saving again is then said with both in view.
    setOther(there);
    setSeenAt(there.updatedAt);
  }
  function discard() {
    write(saved);
    setSeenAt(text?.updatedAt ?? null);
    setEarlier(markdown);
    setSaid("Discarded.");
  }
  function preview() {
    startTransition(async () => {
      const answer = await actions.preview({ questionId, markdown }).catch(() => null);
      if (!answer) return setSaid("No preview: the server does not answer.");
      if (answer.ok) setHtml(answer.value);
      else setSaid(answer.error.detail);
    });
  }
  function joinOther() {
    if (other) write(`${markdown}\n\n${other.markdown}`);
    setOther(null);
  }

  return {
    markdown,
    said: waits ? "" : said,
    waits,
    isUnsaved,
    other,
    earlier,
    html,
    write,
    save: () => save(markdown),
    bringBack: () => earlier !== null && save(earlier),
    discard,
    preview,
    goOnWriting: () => setHtml(null),
    joinOther,
  };
}

function isDraft(kept: unknown): kept is Draft {
  if (!has(kept, "markdown") || typeof kept.markdown !== "string") return false;
  return has(kept, "seenAt") && (kept.seenAt === null || typeof kept.seenAt === "string");
}

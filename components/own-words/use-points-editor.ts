"use client";

import { useState, useTransition } from "react";
import type { PointsToChoose, PointToChoose } from "@/lib/domain/own-words";
import { draftNamed } from "@/lib/offline/drafts";
import { has } from "@/lib/offline/has";
import type { PointsRefused } from "@/lib/wire/questions";
import type { SavePoints } from "./own-text-actions";
import { useLeaveWarning } from "./use-leave-warning";

type Edited = {
  questionId: string;
  choices: PointsToChoose;
  save: SavePoints;
  onSaved: () => void;
};

type Added = { text: string; core: boolean };

const BLANK: Added = { text: "", core: false };

/** Unsaved points, and the mark of those that they are to replace. */
type Draft = { mark: string; points: PointToChoose[]; added: Added[] };

/** A question's points being changed: kept until they are saved, together, over those that were seen. */
export function usePointsEditor({ questionId, choices, save: send, onSaved }: Edited) {
  const { kept, keep } = draftNamed(`unsaved points ${questionId}`, isDraft);
  const [begun] = useState(kept);
  const [draft, setDraft] = useState(begun ?? untouched(choices));
  const [said, setSaid] = useState(begun ? "What you had not saved is here again." : "");
  const [others, setOthers] = useState<PointToChoose[] | null>(null);
  const [isUnsaved, setIsUnsaved] = useState(begun !== null);
  const [waits, startTransition] = useTransition();
  const { mark, points, added } = draft;
  useLeaveWarning(isUnsaved);

  function write(next: Draft) {
    setDraft(next);
    setIsUnsaved(true);
    setSaid("");
    keep(next);
  }
  function settle(now: PointsToChoose, words: string) {
    setDraft(untouched(now));
    setOthers(null);
    setIsUnsaved(false);
    setSaid(words);
    keep(null);
  }
  function change(id: string, to: Partial<PointToChoose>) {
    const next = points.map((point) => (point.id === id ? { ...point, ...to } : point));
    write({ ...draft, points: next });
  }
  function add(at: number, to: Partial<Added>) {
    const next = added.map((one, i) => (i === at ? { ...one, ...to } : one));
    // There is always an empty one to write in.
    write({ ...draft, added: next.at(-1)?.text === "" ? next : [...next, BLANK] });
  }
  function save() {
    setSaid("");
    startTransition(async () => {
      const sent = points.map(({ id, text, core, hidden }) => ({ id, text, core, hidden }));
      const answer = await send({ questionId, mark, points: sent, added }).catch(() => null);
      if (!answer)
        return setSaid("Not saved: the server does not answer. Your points are kept here.");
      if (!answer.ok) return refused(answer.error);
      settle(answer.value, "Saved.");
      onSaved();
    });
  }
  function refused({ detail, others: there }: PointsRefused) {
    setSaid(detail);
    if (!there) return;
    // Saving again is then said with both in view.
    setOthers(there.points);
    setDraft({ ...draft, mark: there.mark });
  }

  return {
    points,
    added,
    said: waits ? "" : said,
    waits,
    isUnsaved,
    others,
    change,
    add,
    save,
    discard: () => settle(choices, "Discarded."),
  };
}

function untouched({ mark, points }: PointsToChoose): Draft {
  return { mark, points, added: [BLANK] };
}

/** Not each point is looked at: what an editor kept is whole or not there. */
function isDraft(kept: unknown): kept is Draft {
  if (!has(kept, "mark") || typeof kept.mark !== "string") return false;
  if (!has(kept, "points") || !Array.isArray(kept.points)) return false;
  return has(kept, "added") && Array.isArray(kept.added);
}

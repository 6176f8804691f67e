"use client";

import { useState, useTransition } from "react";
import type { PointsToChoose, PointToChoose } from "@/lib/domain/own-words";
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

/** A question's points being changed: saved together, over those that were seen. */
export function usePointsEditor({ questionId, choices, save: send, onSaved }: Edited) {
  const [{ mark, points }, setChosen] = useState(choices);
  const [added, setAdded] = useState([BLANK]);
  const [said, setSaid] = useState("");
  const [others, setOthers] = useState<PointToChoose[] | null>(null);
  const [isUnsaved, setIsUnsaved] = useState(false);
  const [waits, startTransition] = useTransition();
  useLeaveWarning(isUnsaved);

  function begun() {
    setIsUnsaved(true);
    setSaid("");
  }
  function change(id: string, to: Partial<PointToChoose>) {
    begun();
    setChosen({
      mark,
      points: points.map((point) => (point.id === id ? { ...point, ...to } : point)),
    });
  }
  function add(at: number, to: Partial<Added>) {
    begun();
    const next = added.map((one, i) => (i === at ? { ...one, ...to } : one));
    // There is always an empty one to write in.
    setAdded(next.at(-1)?.text === "" ? next : [...next, BLANK]);
  }
  function save() {
    setSaid("");
    startTransition(async () => {
      const sent = points.map(({ id, text, core, hidden }) => ({ id, text, core, hidden }));
      const answer = await send({ questionId, mark, points: sent, added }).catch(() => null);
      if (!answer)
        return setSaid("Not saved: the server does not answer. Your points are kept here.");
      if (!answer.ok) return refused(answer.error);
      setChosen(answer.value);
      setAdded([BLANK]);
      setOthers(null);
      setIsUnsaved(false);
      setSaid("Saved.");
      onSaved();
    });
  }
  function refused({ detail, others: there }: { detail: string; others?: PointsToChoose }) {
    setSaid(detail);
    if (!there) return;
    // Saving again is then said with both in view.
    setOthers(there.points);
    setChosen({ mark: there.mark, points });
  }

  return { points, added, said: waits ? "" : said, waits, others, change, add, save };
}

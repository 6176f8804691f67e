"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { PointsToChoose } from "@/lib/domain/own-words";
import type { SavePoints } from "./own-text-actions";
import styles from "./own-words.module.css";
import { PointsEditor } from "./points-editor";

type Props = { questionId: string; choices: PointsToChoose; save: SavePoints };

/** A line that opens the editor of a question's points. */
export function PointsDisclosure({ questionId, choices, save }: Props) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const hidden = choices.points.filter((point) => point.hidden).length;
  return (
    <details
      className={styles.disclosure}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>
        {choices.points.length > 0 ? "Change the points" : "Add points"}
        {hidden > 0 && ` (${hidden} hidden)`}
      </summary>
      {isOpen && (
        <PointsEditor
          questionId={questionId}
          choices={choices}
          save={save}
          onSaved={() => router.refresh()}
        />
      )}
    </details>
  );
}

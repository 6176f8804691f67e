"use client";

import { useState } from "react";
import button from "@/components/ui/button.module.css";
import type { RecallSettings } from "@/lib/domain/settings";
import type { SaveRecall } from "./save-recall";

type Props = {
  recall: RecallSettings;
  save: SaveRecall;
  onChange: (recall: RecallSettings) => void;
};

/** Says how the next answers are opened, and changes it for all to come. */
export function MannerSwitch({ recall, save, onChange }: Props) {
  const [said, setSaid] = useState("");
  const bySections = !recall.bySections;

  async function change() {
    onChange({ ...recall, bySections });
    const saved = await save({ bySections }).catch(() => null);
    setSaid(saved?.ok ? "" : "For this session only: it could not be saved.");
  }
  return (
    <p>
      <button type="button" className={button.quiet} onClick={() => void change()}>
        {bySections
          ? "Open the next answers section by section"
          : "Open the next answers all at once"}
      </button>{" "}
      <span aria-live="polite">{said}</span>
    </p>
  );
}

"use client";

import { useActionState } from "react";
import type { RecallSettings } from "@/lib/domain/settings";
import type { RecallRefused } from "@/lib/wire/settings";
import { type Save, SaveBar } from "./save-bar";
import styles from "./settings.module.css";

type Props = { recall: RecallSettings; save: Save<RecallRefused> };

/** How the learner goes from recalling to grading. */
export function RecallForm({ recall, save }: Props) {
  const [saved, send, waits] = useActionState(save, null);
  return (
    <form action={send}>
      <Choice
        name="tickPoints"
        chosen={recall.tickPoints}
        hint="After an answer its key points are there to be ticked, and propose the grade. Without them you grade by yourself."
      >
        Key points to tick
      </Choice>
      <Choice
        name="bySections"
        chosen={recall.bySections}
        hint="An answer with several headings is shown a section at a time, so that you recall each before you see it."
      >
        Answers section by section
      </Choice>
      <SaveBar
        name="Save"
        waits={waits}
        said={saved ? (saved.ok ? "Saved." : saved.error.detail) : ""}
      />
    </form>
  );
}

type ChoiceProps = { name: string; chosen: boolean; hint: string; children: string };

function Choice({ name, chosen, hint, children }: ChoiceProps) {
  return (
    <div className={styles.field}>
      <label className={styles.option}>
        <input
          type="checkbox"
          name={name}
          defaultChecked={chosen}
          aria-describedby={`${name}-hint`}
        />
        {children}
      </label>
      <p id={`${name}-hint`} className={styles.hint}>
        {hint}
      </p>
    </div>
  );
}

"use client";

import { useActionState } from "react";
import type { Appearance } from "@/lib/wire/settings";
import { Choice } from "./choice";
import { type Save, SaveBar } from "./save-bar";
import styles from "./settings.module.css";

const THEMES = { system: "As the device", light: "Light", dark: "Dark" };
const TEXT_SIZES = { small: "Small", normal: "Normal", large: "Large", larger: "Larger" };
const WIDTHS = { narrow: "Narrow", normal: "Normal", wide: "Wide" };

/** How this device shows the pages; the page itself shows what was chosen. */
export function AppearanceForm({
  appearance,
  save,
}: {
  appearance: Appearance;
  save: Save<never>;
}) {
  const [saved, send, waits] = useActionState(save, null);
  const { theme, textSize, readingWidth, letterKeys } = appearance;
  return (
    <form action={send}>
      <Choice name="theme" legend="Theme" options={THEMES} chosen={theme} />
      <Choice name="textSize" legend="Text size" options={TEXT_SIZES} chosen={textSize} />
      <Choice name="readingWidth" legend="Reading width" options={WIDTHS} chosen={readingWidth} />
      <div className={styles.field}>
        <label className={styles.option}>
          <input
            type="checkbox"
            name="letterKeys"
            defaultChecked={letterKeys === "on"}
            aria-describedby="letterKeys-hint"
          />
          Letter keys
        </label>
        <p id="letterKeys-hint" className={styles.hint}>
          While you study, single letters act: u undoes, a to l tick key points. Switch them off if
          you dictate, or often press a key without meaning to.
        </p>
      </div>
      <SaveBar name="Save for this device" waits={waits} said={saved ? "Saved." : ""} />
    </form>
  );
}

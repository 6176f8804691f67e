"use client";

import button from "@/components/ui/button.module.css";
import styles from "./study.module.css";

type Props = { name: "Show answer" | "Start speaking"; onShow: () => void };

/** The one button under a question that is being recalled. */
export function ShowAnswer({ name, onShow }: Props) {
  return (
    <button
      type="button"
      className={`${button.go} ${button.large} ${styles.show}`}
      aria-keyshortcuts="Space Enter"
      data-early
      onClick={onShow}
    >
      {name} <kbd aria-hidden="true">Space</kbd>
    </button>
  );
}

"use client";

import button from "@/components/ui/button.module.css";
import { useAlive } from "@/components/ui/use-alive";
import styles from "./study.module.css";

type Props = { name: "Show answer" | "Start speaking"; onShow: () => void };

/** The one button under a question that is being recalled. */
export function ShowAnswer({ name, onShow }: Props) {
  const isAlive = useAlive();
  return (
    <button
      type="button"
      className={`${button.go} ${button.large} ${styles.show}`}
      aria-keyshortcuts="Space Enter"
      disabled={!isAlive}
      onClick={onShow}
    >
      {name} <kbd aria-hidden="true">Space</kbd>
    </button>
  );
}

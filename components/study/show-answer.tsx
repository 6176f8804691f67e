"use client";

import button from "@/components/ui/button.module.css";
import { useAlive } from "@/components/ui/use-alive";
import styles from "./study.module.css";

/** The one button under a question that is being recalled. */
export function ShowAnswer({ onShow }: { onShow: () => void }) {
  const isAlive = useAlive();
  return (
    <button
      type="button"
      className={`${button.go} ${button.large} ${styles.show}`}
      aria-keyshortcuts="Space Enter"
      disabled={!isAlive}
      onClick={onShow}
    >
      Show answer <kbd aria-hidden="true">Space</kbd>
    </button>
  );
}

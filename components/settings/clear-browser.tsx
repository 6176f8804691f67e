"use client";

import { useState } from "react";
import button from "@/components/ui/button.module.css";
import { useAlive } from "@/components/ui/use-alive";
import styles from "./settings.module.css";

/** The button that removes all that this browser keeps, and a word on how that went. */
export function ClearBrowser() {
  const [said, setSaid] = useState("");
  const isAlive = useAlive();

  async function clear() {
    setSaid("");
    setSaid(await cleared().catch(() => "Not all of it could be cleared. Try again."));
  }

  return (
    <div className={styles.bar}>
      <button
        type="button"
        className={button.button}
        disabled={!isAlive}
        onClick={() => void clear()}
      >
        Clear this browser
      </button>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </div>
  );
}

async function cleared(): Promise<string> {
  const { clearBrowser } = await import("@/lib/offline/clear-browser");
  const { waitingText } = await import("@/lib/offline/waiting-text");
  const { unsent } = await clearBrowser();
  if (unsent.length === 0)
    return "Cleared. The next page that you open begins to keep what it needs again.";
  return `${waitingText(unsent)}, and would be lost. Nothing was cleared.`;
}

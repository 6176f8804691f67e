"use client";

import { useEffect, useState } from "react";
import button from "@/components/ui/button.module.css";
import { counted } from "@/lib/domain/counted";
import { deleteRecordings, type Kept, keptRecordings } from "@/lib/offline/recordings";
import styles from "./recall.module.css";

/** How much the recordings of this browser take, and one button that deletes them all. */
export function KeptRecordings({ onDeleted }: { onDeleted?: () => void }) {
  const [kept, setKept] = useState<Kept | null>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    keptRecordings().then(setKept, () => setKept(null));
  }, []);

  async function forget() {
    try {
      await deleteRecordings();
      setKept({ count: 0, bytes: 0 });
      setSaid("All recordings are deleted.");
      onDeleted?.();
    } catch {
      setSaid("They could not be deleted. Try again.");
    }
  }
  return (
    <div className={styles.acts}>
      {kept && (
        <p className={styles.hint}>
          {kept.count === 0
            ? "No recordings are kept in this browser."
            : `${counted(kept.count, "recording")}, ${size(kept.bytes)}, in this browser alone.`}
        </p>
      )}
      {kept !== null && kept.count > 0 && (
        <button type="button" className={button.button} onClick={() => void forget()}>
          Delete all recordings
        </button>
      )}
      <p role="status" className={styles.hint}>
        {said}
      </p>
    </div>
  );
}

/** `120 kB`, `1.4 MB` */
function size(bytes: number): string {
  const kilobytes = bytes / 1000;
  return kilobytes < 1000 ? `${Math.ceil(kilobytes)} kB` : `${(kilobytes / 1000).toFixed(1)} MB`;
}

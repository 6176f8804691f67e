import { counted } from "@/lib/domain/counted";
import type { UploadChanges } from "@/lib/wire/uploads";
import styles from "./preview.module.css";

// The rest is said where it is asked.
const SHOWN = 5;

/** What a run would not decide by itself, and leaves to be answered on this page. */
export function AsksToCome({ asks }: Pick<UploadChanges, "asks">) {
  if (asks.length === 0) return null;
  const more = asks.length - SHOWN;
  return (
    <details>
      <summary>{counted(asks.length, "thing")} for you to decide afterwards</summary>
      <ul className={styles.facts}>
        {[...new Set(asks.slice(0, SHOWN).map(({ message }) => message))].map((message) => (
          <li key={message}>{message}</li>
        ))}
        {more > 0 && <li>And {more} more.</li>}
      </ul>
    </details>
  );
}

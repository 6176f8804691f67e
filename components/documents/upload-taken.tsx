import Link from "next/link";
import { changesNothing, changesText, plural } from "./changes-text";
import styles from "./documents.module.css";
import type { Changes } from "./upload-requests";

/** What taking an upload in has changed, and what to do with it. */
export function UploadTaken({ changes, again }: { changes: Changes; again: () => void }) {
  return (
    <>
      <h2 id="add" tabIndex={-1}>
        {headingOf(changes)}
      </h2>
      {changes.asks.length > 0 && (
        <p>{plural(changes.asks.length, "thing")} for you to say, at the top of this page.</p>
      )}
      <p className={styles.ways}>
        <Link href="/study" className={styles.go}>
          Study
        </Link>
        <Link href="/topics" prefetch={false} className={styles.button}>
          See the topics
        </Link>
        <button type="button" className={styles.button} onClick={again}>
          Add more
        </button>
      </p>
    </>
  );
}

function headingOf(changes: Changes): string {
  const text = changesText(changes);
  if (text === "") return "Taken in, without a question";
  return changesNothing(changes) ? "Nothing has changed" : `Taken in: ${text}`;
}

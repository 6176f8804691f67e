import { counted } from "@/lib/domain/counted";
import Link from "next/link";
import button from "@/components/ui/button.module.css";
import type { UploadChanges } from "@/lib/wire/uploads";
import { changesNothing, changesText } from "./changes-text";
import styles from "./add-documents.module.css";

/** What taking an upload in has changed, and what to do with it. */
export function UploadTaken({ changes, again }: { changes: UploadChanges; again: () => void }) {
  return (
    <>
      <h2 id="add" tabIndex={-1}>
        {headingOf(changes)}
      </h2>
      {changes.asks.length > 0 && (
        <p>{counted(changes.asks.length, "thing")} for you to decide, below.</p>
      )}
      <div className={styles.ways}>
        <Link href="/study" className={button.go}>
          Study
        </Link>
        <Link href="/topics" prefetch={false} className={button.button}>
          See the topics
        </Link>
        <button type="button" className={button.button} onClick={again}>
          Add more
        </button>
      </div>
    </>
  );
}

function headingOf(changes: UploadChanges): string {
  const text = changesText(changes);
  if (text === "") return "Done, without a question";
  return changesNothing(changes) ? "Nothing has changed" : `Done: ${text}`;
}

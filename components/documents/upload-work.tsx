import button from "@/components/ui/button.module.css";
import type { UploadWork as Work } from "@/lib/wire/uploads";
import styles from "./add-documents.module.css";

type Props = Work & { cancel: () => void };

/** How far the server has come in reading an upload, which can be ended, or in storing it. */
export function UploadWork({ kind, done, of, cancel }: Props) {
  const isReading = kind === "reading";
  return (
    <>
      <h2 id="add" tabIndex={-1}>
        {isReading ? "Reading the documents" : "Adding your documents"}
      </h2>
      <progress
        className={styles.progress}
        aria-label={isReading ? "Read" : "Stored"}
        {...(of > 0 && { max: of, value: done })}
      />
      <p className={styles.facts}>
        {isReading ? readText(done, of) : storedText(done, of)}
        {!isReading && " It goes on if you leave this page."}
      </p>
      {isReading && (
        <button type="button" className={button.button} onClick={cancel}>
          Cancel
        </button>
      )}
    </>
  );
}

function readText(done: number, of: number): string {
  if (of === 0) return "A large collection takes some time.";
  if (done < of) return `${done} of ${of} documents read.`;
  return "All are read. Comparing them with what is here.";
}

function storedText(done: number, of: number): string {
  return of === 0 ? "Comparing them with what is here." : `${done} of ${of} questions stored.`;
}

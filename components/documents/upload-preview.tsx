import { counted } from "@/lib/domain/counted";
import button from "@/components/ui/button.module.css";
import { AsksToCome } from "./asks-to-come";
import { changesNothing, changesText, questions } from "./changes-text";
import styles from "./preview.module.css";
import rows from "./document-row.module.css";
import { PreviewedDocument } from "./previewed-document";
import type { Seen, Upload } from "./use-upload";

type Props = Seen & { busy: boolean; problem: string | null } & Pick<
    Upload,
    "confirm" | "discard" | "apart"
  >;

// More would have to be scrolled past before the last is seen.
const OPEN_AT_ONCE = 3;

/** What an upload holds, what is wrong with it, and what taking it in would change. */
export function UploadPreview({ busy, problem, confirm, discard, apart, ...seen }: Props) {
  const { preview, refused, leftOut } = seen;
  const { documents, changes } = preview;
  const found = documents.reduce((sum, document) => sum + document.questions, 0);
  const faulty = documents.filter(({ problems }) => problems.length > 0);
  const sound = documents.filter(({ problems }) => problems.length === 0);
  return (
    <>
      <h2 id="add" tabIndex={-1}>
        Preview: {counted(documents.length, "document")}, {questions(found)}
      </h2>
      <p>{wouldChange(seen)}</p>
      <AsksToCome asks={changes.asks} />
      {refused.length > 0 && (
        <ul className={styles.refused} aria-label="Not taken">
          {refused.map(({ path, detail }) => (
            <li key={path}>
              <strong>{path} was not taken:</strong> {detail}
            </li>
          ))}
        </ul>
      )}
      {leftOut.length > 0 && (
        <details className={styles.leftOut}>
          <summary>{counted(leftOut.length, "other file")} left out</summary>
          <p className={styles.facts}>
            They are neither Markdown nor pictures; an archive within an archive is not opened.
          </p>
          <ul className={styles.facts}>
            {leftOut.map((path) => (
              <li key={path}>{path}</li>
            ))}
          </ul>
        </details>
      )}
      <ul className={rows.documents} aria-label="Documents in the preview">
        {[...faulty, ...sound].map((document) => (
          <li key={document.path}>
            <PreviewedDocument
              {...document}
              upload={preview.id}
              open={documents.length <= OPEN_AT_ONCE}
              apart={() => void apart(seen, document.path)}
            />
          </li>
        ))}
      </ul>
      <div className={styles.bar}>
        {documents.length > 0 && (
          <button
            type="button"
            className={button.go}
            aria-disabled={busy}
            onClick={() => !busy && void confirm(preview.id, seen)}
          >
            {documents.length === 1 ? "Add this document" : "Add these documents"}
          </button>
        )}
        <button
          type="button"
          className={button.button}
          aria-disabled={busy}
          onClick={() => !busy && discard(preview.id)}
        >
          Discard
        </button>
        <p role="status">{busy ? "A moment." : (problem ?? "Nothing is added yet.")}</p>
      </div>
    </>
  );
}

function wouldChange({ preview: { documents, changes } }: Seen): string {
  if (documents.length === 0) return "There is no Markdown document in what you chose.";
  const text = changesText(changes);
  if (text === "") return "There is no question in them.";
  if (changesNothing(changes)) return "All of it is here already, as it is.";
  return `If you add ${documents.length === 1 ? "it" : "them"}: ${text}.`;
}

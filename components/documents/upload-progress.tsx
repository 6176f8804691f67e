import button from "@/components/ui/button.module.css";
import styles from "./add-documents.module.css";
import { type Sending, sizeText } from "./send-files";

type Props = Sending & { cancel: () => void };

/** How much of an upload has gone, and the way to end it. */
export function UploadProgress({ files, sentBytes, bytes, cancel }: Props) {
  return (
    <>
      <h2 id="add" tabIndex={-1}>
        Sending your files
      </h2>
      <progress className={styles.progress} max={bytes} value={sentBytes} aria-label="Sent" />
      <p className={styles.facts}>
        {sizeText(sentBytes)} of {sizeText(bytes)}, {files} {files === 1 ? "file" : "files"} to go
      </p>
      <button type="button" className={button.button} onClick={cancel}>
        Cancel
      </button>
    </>
  );
}

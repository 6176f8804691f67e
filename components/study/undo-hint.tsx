import styles from "./undo-hint.module.css";

/** By which key what was just said is taken back, where there are keys and letters act. */
export function UndoHint() {
  return (
    <span className={styles.hint} data-letter>
      Undo: <kbd>u</kbd>.
    </span>
  );
}

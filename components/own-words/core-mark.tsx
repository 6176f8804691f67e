import styles from "./own-words.module.css";

/** Says of a key point that it is one of those that matter most. */
export function CoreMark() {
  return (
    <span className={styles.core}>
      <span aria-hidden="true">★</span> core
    </span>
  );
}

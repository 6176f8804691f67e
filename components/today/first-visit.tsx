import styles from "./today.module.css";

/** How studying goes, until there is a first answer. */
export function FirstVisit() {
  return (
    <ol className={styles.first} aria-label="How it goes">
      <li>
        <strong>Recite.</strong> Read the question and answer it before you look: aloud, typed, or
        in your head.
      </li>
      <li>
        <strong>Tick.</strong> Mark the points that you had; those that you missed show where you
        are weak.
      </li>
      <li>
        <strong>Grade.</strong> Your ticks propose a grade, and the grade says when the question
        comes back.
      </li>
    </ol>
  );
}

import { DocumentActions } from "./document-actions";
import styles from "./document-row.module.css";
import { ProblemList } from "./problem-list";
import type { Row } from "./row-texts";

/** A document that was taken in: what was found in it, what is wrong with it, and what can be done. */
export function DocumentRow({ title, found, facts, problems, ...document }: Row) {
  return (
    <div className={styles.row}>
      <details>
        <summary>
          <h3>
            <bdi>{title}</bdi>
          </h3>{" "}
          <span className={styles.found}>{found}</span>
        </summary>
        <p className={styles.facts}>{facts}</p>
        <ProblemList title={title} problems={problems} />
      </details>
      <DocumentActions {...document} />
    </div>
  );
}

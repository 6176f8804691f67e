import { LATELY_SIGNS, latelyText } from "@/lib/domain/lately-text";
import type { PointHistory } from "@/lib/domain/point-history";
import styles from "./key-points.module.css";

/** Says that a point slips, with how it went in its last reviews. */
export function Lately({ id, lately }: { id: string } & Pick<PointHistory, "lately">) {
  const inWords = latelyText(lately);
  return (
    <span id={id} className={styles.lately}>
      slipping{" "}
      <span aria-hidden="true" title={`${inWords}; the newest last`}>
        {lately.map((outcome) => LATELY_SIGNS[outcome]).join("")}
      </span>
      <span className="visually-hidden">: {inWords}</span>
    </span>
  );
}

import type { PointHistory, PointOutcome } from "@/lib/domain/point-history";
import styles from "./key-points.module.css";

const SIGNS: Record<PointOutcome, string> = { recalled: "●", missed: "○", wrong: "✕" };
const WORDS: Record<PointOutcome, string> = {
  recalled: "recalled",
  missed: "missed",
  wrong: "said wrongly",
};

/** Says that a point slips, with how it went in its last reviews. */
export function Lately({ id, lately }: { id: string } & Pick<PointHistory, "lately">) {
  const inWords = lately.map((outcome) => WORDS[outcome]).join(", ");
  return (
    <span id={id} className={styles.lately}>
      slipping{" "}
      <span aria-hidden="true" title={`${inWords}; the newest last`}>
        {lately.map((outcome) => SIGNS[outcome]).join("")}
      </span>
      <span className="visually-hidden">: {inWords}</span>
    </span>
  );
}

import type { Mark } from "@/lib/domain/list-marks";
import styles from "./marks.module.css";

/** A mark's sign; who uses it says its word beside it. */
export function MarkIcon({ mark }: { mark: Mark }) {
  return (
    <svg className={styles.icon} viewBox="0 0 12 12" aria-hidden="true">
      <path d={SIGNS[mark]} data-filled={FILLED.has(mark)} />
    </svg>
  );
}

const FILLED: ReadonlySet<Mark> = new Set(["due", "flagged"]);

const SIGNS: Record<Mark, string> = {
  due: "M6 2a4 4 0 1 0 0 8a4 4 0 1 0 0-8Z",
  new: "M6 2a4 4 0 1 0 0 8a4 4 0 1 0 0-8Z",
  slipping: "M1 3h3l4 6h3M11 6v3H8",
  leech: "M9.5 4A4 4 0 1 0 10 6.5M10 1.5V4.5H7",
  flagged: "M2.5 11V1.5H9.5L7.5 4L9.5 6.5H2.5",
  asked: "M1.5 1.5h9v6h-5l-2.5 3v-3h-1.5Z",
  suspended: "M4 2v8M8 2v8",
  buried: "M1 6h6M4.5 3.5L7 6L4.5 8.5M10.5 2v8",
};

import type { Parts } from "@/lib/domain/topic";
import styles from "./parts-bar.module.css";

/**
 * Questions as one bar: firm, shaky, graded today, not seen, told apart by pattern too. Its words stand
 * beside it: `partsText`.
 */
export function PartsBar({ firm, shaky, unseen, gradedToday }: Parts) {
  const parts = [
    ["firm", firm],
    ["shaky", shaky],
    ["today", gradedToday],
    ["unseen", unseen],
  ] as const;
  if (parts.every(([, count]) => count === 0)) return null;
  return (
    <span className={styles.bar} aria-hidden="true">
      {parts.map(([name, count]) =>
        count === 0 ? null : <span key={name} data-part={name} style={{ flexGrow: count }} />,
      )}
    </span>
  );
}

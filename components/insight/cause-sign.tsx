import type { Cause } from "@/lib/domain/causes";
import styles from "./cause-sign.module.css";

/** A cause's sign; who uses it says its word beside it. */
export function CauseSign({ cause }: { cause: Cause }) {
  return (
    <svg className={styles.sign} viewBox="0 0 12 12" aria-hidden="true">
      <path d={SIGNS[cause]} />
      {cause === "half-known" && <path d="M6 2a4 4 0 0 0 0 8Z" data-filled />}
    </svg>
  );
}

const CIRCLE = "M6 2a4 4 0 1 0 0 8a4 4 0 1 0 0-8Z";

const SIGNS: Record<Cause, string> = {
  unseen: CIRCLE,
  forgotten: "M1.5 2.5L10 9.5M10 5v4.5H5.5",
  unstable: "M1 6L3.2 2.5L5.4 9.5L7.6 2.5L9.8 9.5L11 6",
  "half-known": CIRCLE,
};

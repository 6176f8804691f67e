import styles from "./settings.module.css";

/** What is wrong with a field, beside it. */
export function FieldFault({ name, fault }: { name: string; fault: string | undefined }) {
  if (fault === undefined) return null;
  return (
    <p id={`${name}-fault`} className={styles.fault}>
      {fault}
    </p>
  );
}

/** The ids of what describes a field: its fault first, then its hint. */
export function describedBy(name: string, fault: string | undefined): string {
  return fault === undefined ? `${name}-hint` : `${name}-fault ${name}-hint`;
}

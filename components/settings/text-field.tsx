import { FieldFault, describedBy } from "./field-fault";
import styles from "./settings.module.css";

type Props = {
  name: string;
  label: string;
  hint: string;
  value: string | undefined;
  fault: string | undefined;
  /** The keyboard that a phone brings up. */
  keyboard?: "text" | "numeric" | "decimal";
};

/** A short text with its name, what it means, and what is wrong with it. */
export function TextField({ name, label, hint, value, fault, keyboard = "text" }: Props) {
  return (
    <div className={styles.field}>
      <label htmlFor={name}>{label}</label>
      <p id={`${name}-hint`} className={styles.hint}>
        {hint}
      </p>
      <input
        id={name}
        name={name}
        className={styles.short}
        defaultValue={value}
        autoComplete="off"
        inputMode={keyboard}
        aria-describedby={describedBy(name, fault)}
        aria-invalid={fault !== undefined}
      />
      <FieldFault name={name} fault={fault} />
    </div>
  );
}

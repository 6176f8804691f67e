import styles from "./settings.module.css";

type Props = {
  name: string;
  legend: string;
  /** What each value is called, in order. */
  options: Record<string, string>;
  chosen: string;
};

/** One of a few. */
export function Choice({ name, legend, options, chosen }: Props) {
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      {Object.entries(options).map(([value, text]) => (
        <label key={value} className={styles.option}>
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

import button from "@/components/ui/button.module.css";
import type { Result } from "@/lib/result";
import styles from "./settings.module.css";

/** How a form went the last time it was sent; null before. */
export type Saved<Refused> = Result<null, Refused> | null;

/** A server action that saves a form. */
export type Save<Refused> = (before: Saved<Refused>, form: FormData) => Promise<Saved<Refused>>;

type Props = { name: string; waits: boolean; said: string };

/** The button that saves a form, and a word on how that went, both in reach while you scroll. */
export function SaveBar({ name, waits, said }: Props) {
  return (
    <div className={styles.bar}>
      <button type="submit" className={button.go} aria-disabled={waits}>
        {name}
      </button>
      {/* Emptied in between, so that the same word is said again. */}
      <p role="status" className={styles.said}>
        {waits ? "" : said}
      </p>
    </div>
  );
}

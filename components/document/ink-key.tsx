import { INKS, inkText } from "@/lib/domain/ink";
import { LATELY_SIGNS } from "@/lib/domain/lately-text";
import styles from "./document.module.css";

/** What inks and marks mean. */
export function InkKey() {
  return (
    <dl className={styles.key}>
      <div>
        <dt>Ink</dt>
        <dd className={styles.inkNames}>
          {INKS.map((ink) => (
            <span key={ink} data-ink={ink}>
              {inkText(ink)}
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>Marks</dt>
        <dd>
          a point’s last five reviews, the newest last: {LATELY_SIGNS.recalled} recalled,{" "}
          {LATELY_SIGNS.missed} missed, {LATELY_SIGNS.wrong} said wrongly
        </dd>
      </div>
    </dl>
  );
}

import { type Mark, MARK_WORDS, type MarkCounts, MARKS } from "@/lib/domain/list-marks";
import { MarkIcon } from "./mark-icon";
import styles from "./marks.module.css";

/** How many questions of a topic have which mark; of what is due the figures beside it tell. */
export function TopicMarks({ marks }: { marks: MarkCounts }) {
  const shown = MARKS.filter((mark) => mark !== "due" && marks[mark] > 0);
  if (shown.length === 0) return null;
  return (
    <span className={styles.marks}>
      {shown.map((mark) => (
        <span key={mark} className={styles.mark} title={MARK_WORDS[mark]}>
          <MarkIcon mark={mark} /> {marks[mark]}
          <span className="visually-hidden"> {MARK_WORDS[mark]},</span>
        </span>
      ))}
    </span>
  );
}

/** The marks of a question, but for those that the words beside them say. */
export function QuestionMarks({ marks }: { marks: readonly Mark[] }) {
  return (
    <span className={styles.marks}>
      {marks.map((mark) => (
        <span key={mark} className={styles.mark} title={MARK_WORDS[mark]}>
          <MarkIcon mark={mark} />
          {!SAID_BY_STATE.has(mark) && <span>{MARK_WORDS[mark]}</span>}
        </span>
      ))}
    </span>
  );
}

const SAID_BY_STATE: ReadonlySet<Mark> = new Set(["due", "new", "suspended", "buried"]);

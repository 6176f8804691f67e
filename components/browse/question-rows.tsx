import Link from "next/link";
import { firstLine } from "@/lib/domain/first-line";
import type { Mark } from "@/lib/domain/list-marks";
import type { PageAct } from "@/lib/offline/act-on-question";
import type { ListedRow } from "@/lib/wire/topics";
import styles from "./browse.module.css";
import { ListAct } from "./list-acts";
import { QuestionMarks } from "./topic-marks";

type Props = {
  rows: readonly ListedRow[];
  /** What the list is narrowed to: it can be brought back here. */
  is?: Mark | null;
  /** Whether each says its topic. */
  saysTopic?: boolean;
  /** Questions to be answered: each leads to where that is done. */
  forWriting?: boolean;
};

/** Questions, each a link to its page, with how it stands and what can be done here. */
export function QuestionRows({ rows, is = null, saysTopic = false, forWriting = false }: Props) {
  const back = is === null ? undefined : BACK[is];
  return (
    <ul className={styles.rows}>
      {rows.map(({ id, number, prompt, topicPath, state, marks }) => (
        <li key={id}>
          <div className={styles.row}>
            <Link href={`/questions/${id}${forWriting ? "?write=answer" : ""}`} prefetch={false}>
              {number !== null && <span className={styles.number}>{number}</span>}{" "}
              {firstLine(prompt)}
            </Link>
            <p className={styles.state}>
              <QuestionMarks marks={marks} /> <span>{state}</span>
              {saysTopic && <span>{topicPath.join(" › ")}</span>}
            </p>
          </div>
          {back && (
            <ListAct
              kind={back.kind}
              question={{
                questionId: id,
                name: firstLine(prompt),
                flagged: marks.includes("flagged"),
              }}
            >
              {back.name}
            </ListAct>
          )}
        </li>
      ))}
    </ul>
  );
}

const BACK: Partial<Record<Mark, { kind: PageAct; name: string }>> = {
  suspended: { kind: "resume", name: "Resume" },
  buried: { kind: "resume", name: "Bring back" },
  flagged: { kind: "flag", name: "Take the flag off" },
};

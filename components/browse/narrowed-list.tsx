import Link from "next/link";
import button from "@/components/ui/button.module.css";
import { listPractice } from "@/lib/domain/list-address";
import { MARK_WORDS, type Mark } from "@/lib/domain/list-marks";
import type { NarrowedView, ListedRow } from "@/lib/wire/topics";
import styles from "./browse.module.css";
import { ListActs } from "./list-acts";
import { QuestionRows } from "./question-rows";

type Props = NarrowedView & {
  is: Mark;
  questions: readonly ListedRow[];
  /** Whose they are; null for those of all topics. */
  topic: string | null;
  saysTopic: boolean;
};

/** The questions with a mark: what is suspended, put off or flagged can be brought back here. */
export function NarrowedList({ is, marks, questions, topic, saysTopic }: Props) {
  const beyond = marks[is] - questions.length;
  const word = MARK_WORDS[is];
  const practice = listPractice(is, topic);
  return (
    <section aria-labelledby="narrowed">
      <h2 id="narrowed">{countText(marks[is], word)}</h2>
      {is === "leech" && <p className={styles.about}>{ABOUT_LEECHES}</p>}
      {marks[is] > 0 && practice !== null && (
        <p>
          <Link href={practice} prefetch={false} className={button.button}>
            Practise these
          </Link>
        </p>
      )}
      <ListActs>
        <QuestionRows rows={questions} is={is} saysTopic={saysTopic} />
      </ListActs>
      {beyond > 0 && <p>{beyond} more come after these.</p>}
    </section>
  );
}

const ABOUT_LEECHES =
  "Forgotten eight times or more. Asking them again as they are won’t help much: split them, reword their points, or suspend them.";

function countText(count: number, word: string): string {
  if (count === 0) return `No question is ${word}`;
  return count === 1 ? `1 question is ${word}` : `${count} questions are ${word}`;
}

import Link from "next/link";
import { shortLine } from "@/lib/domain/first-line";
import type { QuestionView } from "@/lib/wire/questions";
import styles from "./browse.module.css";

/** The way to the questions before and after one in its document. */
export function QuestionsBeside({ previous, next }: QuestionView["beside"]) {
  if (!previous && !next) return null;
  return (
    <nav aria-label="In the document" className={styles.beside}>
      {previous && (
        <Link href={`/questions/${previous.id}`} prefetch={false} rel="prev">
          <span>Previous</span> {shortLine(previous.prompt)}
        </Link>
      )}
      {next && (
        <Link href={`/questions/${next.id}`} prefetch={false} rel="next">
          <span>Next</span> {shortLine(next.prompt)}
        </Link>
      )}
    </nav>
  );
}

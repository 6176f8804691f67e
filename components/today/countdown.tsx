import Link from "next/link";
import { readinessText } from "@/components/interview/readiness-text";
import { awayText } from "@/lib/domain/interview";
import { readinessOf } from "@/lib/domain/readiness";
import type { TopicFigures } from "@/lib/domain/topic";
import type { Today } from "@/lib/wire/topics";
import styles from "./today.module.css";

type Props = { interview: NonNullable<Today["interview"]>; figures: TopicFigures };

/** How far away the interview is, and how much would be recalled on its day. */
export function Countdown({ interview: { title, daysLeft }, figures }: Props) {
  return (
    <p className={styles.countdown}>
      <Link href="/interview" prefetch={false}>
        {title}
      </Link>{" "}
      {awayText(daysLeft)}. {readinessText(readinessOf(figures), figures)}.
    </p>
  );
}

import Link from "next/link";
import { PartsBar } from "@/components/ui/parts-bar";
import { spokenDay } from "@/lib/domain/spoken-time";
import { ratedIn, recallText, type TopicFigures } from "@/lib/domain/topic";
import type { Today } from "@/lib/wire/topics";
import styles from "./today.module.css";

type Props = Pick<Today, "interview" | "zone"> & { figures: TopicFigures };

/** How all questions stand, on the day of the interview or today. */
export function Recall({ figures, interview, zone }: Props) {
  return (
    <section aria-labelledby="recall">
      <h2 id="recall">
        {interview
          ? `What would you recall on ${spokenDay(interview.at, zone)}?`
          : "What would you recall today?"}
      </h2>
      <PartsBar {...figures} />
      <p className={styles.words}>
        {recallText(figures)}.{" "}
        {ratedIn(figures) === 0 && "What you would recall of them can be said from tomorrow on. "}
        <Link href="/topics" prefetch={false}>
          By topic
        </Link>
      </p>
    </section>
  );
}

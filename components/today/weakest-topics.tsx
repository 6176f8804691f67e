import Link from "next/link";
import { CauseSign } from "@/components/insight/cause-sign";
import { CAUSE_WORDS, lossText, remedyFor } from "@/lib/domain/remedy";
import { sumOfFigures } from "@/lib/domain/topic";
import { NOTHING_WEAK, tooFewText } from "@/lib/domain/weakness";
import type { Today } from "@/lib/wire/topics";
import styles from "./today.module.css";

/** What most is lost of, each with its cause and what helps. */
export function WeakestTopics({ worst, topics }: Pick<Today, "worst" | "topics">) {
  const { areas, enough } = worst;
  return (
    <section aria-labelledby="weakest">
      <h2 id="weakest">What hurts most?</h2>
      {areas.length === 0 && (
        <p>
          {enough ? NOTHING_WEAK : `Not enough to say yet: ${tooFewText(sumOfFigures(topics))}`}
        </p>
      )}
      <ol className={styles.topics}>
        {areas.map((area) => {
          const { href, text } = remedyFor(area.cause, area.path, area.ids);
          return (
            <li key={`${area.cause} ${area.path}`}>
              <Link href={href} prefetch={false}>
                <span className="visually-hidden">{text}: </span>
                {area.titles.join(" › ")}
              </Link>
              <span>
                <CauseSign cause={area.cause} /> {CAUSE_WORDS[area.cause]}, {lossText(area)}
              </span>
            </li>
          );
        })}
      </ol>
      {areas.length > 0 && (
        <p>
          <Link href="/weak-areas" prefetch={false} className={styles.more}>
            Why, and which points
          </Link>
        </p>
      )}
    </section>
  );
}

import Link from "next/link";
import { studyAddress } from "@/lib/domain/study-scope";
import { recallText, sumOfFigures, type TopicNode } from "@/lib/domain/topic";
import { ENOUGH_SEEN, weakAreas } from "@/lib/domain/weakness";
import styles from "./today.module.css";

const MOST_WEAK = 3;

/** The weakest areas, each a way to study just that. */
export function WeakestTopics({ topics }: { topics: TopicNode[] }) {
  const { seen } = sumOfFigures(topics);
  const areas = seen < ENOUGH_SEEN ? [] : weakAreas(topics).slice(0, MOST_WEAK);
  return (
    <section aria-labelledby="weakest">
      <h2 id="weakest">What hurts most?</h2>
      {areas.length === 0 && (
        <p>
          Not enough to say yet: {seen} of {ENOUGH_SEEN} questions studied.
        </p>
      )}
      <ol className={styles.topics}>
        {areas.map((area) => (
          <li key={area.path}>
            <Link href={studyAddress({ topic: area.path, weakest: true })} prefetch={false}>
              <span className="visually-hidden">Study </span>
              {area.titles.join(" › ")}
            </Link>
            <span>{recallText(area)}</span>
          </li>
        ))}
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

import Link from "next/link";
import { studyAddress } from "@/lib/domain/study-scope";
import { sumOfFigures, type TopicNode } from "@/lib/domain/topic";
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
        {areas.map(({ path, titles, recall }) => (
          <li key={path}>
            <Link href={studyAddress({ topic: path, weakest: true })} prefetch={false}>
              <span className="visually-hidden">Study </span>
              {titles.join(" › ")}
            </Link>
            <span>{Math.round(recall * 100)}&nbsp;% recall</span>
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

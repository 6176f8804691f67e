import Link from "next/link";
import { studyAddress } from "@/lib/domain/study-scope";
import { ratedIn, recallText, sumOfFigures, type TopicNode } from "@/lib/domain/topic";
import { ENOUGH_RATED, NOTHING_WEAK, tooFewText, weakAreas } from "@/lib/domain/weakness";
import styles from "./today.module.css";

const MOST_WEAK = 3;

/** The weakest areas, each a way to study just that. */
export function WeakestTopics({ topics }: { topics: TopicNode[] }) {
  const figures = sumOfFigures(topics);
  const enough = ratedIn(figures) >= ENOUGH_RATED;
  const areas = enough ? weakAreas(topics).slice(0, MOST_WEAK) : [];
  return (
    <section aria-labelledby="weakest">
      <h2 id="weakest">What hurts most?</h2>
      {areas.length === 0 && (
        <p>{enough ? NOTHING_WEAK : `Not enough to say yet: ${tooFewText(figures)}`}</p>
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

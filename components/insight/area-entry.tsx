import Link from "next/link";
import button from "@/components/ui/button.module.css";
import { areaFacts, CAUSE_WORDS, lossText, remedyFor } from "@/lib/domain/remedy";
import { trendText } from "@/lib/domain/trend";
import type { WeakAreaView } from "@/lib/wire/weak-areas";
import { CauseSign } from "./cause-sign";
import { PointRow } from "./lost-points";
import styles from "./weak-areas.module.css";

type Props = { area: WeakAreaView };

/** What is lost of a topic by one cause, with what helps. */
export function AreaEntry({ area }: Props) {
  const { path, titles, cause, ids, points, trend } = area;
  const title = titles.join(" › ");
  const remedy = remedyFor(cause, path, ids);
  return (
    <li>
      <div className={styles.area}>
        <p className={styles.cause}>
          <CauseSign cause={cause} /> {CAUSE_WORDS[cause]}
        </p>
        <Link href={`/topics/${path}`} prefetch={false} className={styles.title}>
          {title}
        </Link>
        <p className={styles.loss}>{lossText(area)}</p>
        <p className={styles.facts}>
          {areaFacts(area)}
          {trend && `; ${trendText(trend)}`}
        </p>
        <Link href={remedy.href} prefetch={false} className={`${button.button} ${styles.remedy}`}>
          <span>
            {remedy.text}
            <span className="visually-hidden">: {title}</span>
          </span>
        </Link>
      </div>
      {points.length > 0 && (
        <ul className={styles.points} aria-label={`Points lost in ${title}`}>
          {points.map((point) => (
            <PointRow key={point.keyPointId} point={point} />
          ))}
        </ul>
      )}
    </li>
  );
}

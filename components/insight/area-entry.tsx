import Link from "next/link";
import type { ReactNode } from "react";
import button from "@/components/ui/button.module.css";
import { areaFacts, CAUSE_WORDS, lossText, remedyFor } from "@/lib/domain/remedy";
import type { WeakAreaView } from "@/lib/wire/weak-areas";
import { CauseSign } from "./cause-sign";
import { PointRow } from "./lost-points";
import styles from "./weak-areas.module.css";

type Props = { area: WeakAreaView; trend: ReactNode };

/** What is lost of a topic by one cause, with what helps. */
export function AreaEntry({ area, trend }: Props) {
  const { path, titles, cause, ids, points } = area;
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
          {trend}
        </p>
        <Link href={remedy.href} prefetch={false} className={`${button.button} ${styles.remedy}`}>
          {remedy.text}
          <span className="visually-hidden">: {title}</span>
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

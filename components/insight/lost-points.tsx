import Link from "next/link";
import { counted } from "@/lib/domain/counted";
import { recallPercent } from "@/lib/domain/topic";
import type { NamedPoint } from "@/lib/wire/weak-areas";
import styles from "./weak-areas.module.css";

/** The points that are lost most, of all topics. */
export function LostPoints({ points }: { points: NamedPoint[] }) {
  return (
    <section aria-labelledby="points">
      <h2 id="points">The points you lose most</h2>
      <p className={styles.rests}>
        By the chance that you give them when their question is asked then: from that
        question&apos;s recall, and from how the point itself went.
      </p>
      <ol className={styles.points}>
        {points.map((point) => (
          <PointRow key={point.keyPointId} point={point} withChance />
        ))}
      </ol>
    </section>
  );
}

type Props = { point: NamedPoint; withChance?: boolean };

/** A point, how it went, and where a list is sorted by it the chance that it is given. */
export function PointRow({ point, withChance = false }: Props) {
  const { text, questionId, chance } = point;
  return (
    <li>
      <Link href={`/questions/${questionId}`} prefetch={false}>
        {text}
      </Link>{" "}
      <span>
        {withChance && `${recallPercent(chance)}\u00a0%; `}
        {wentText(point)}
      </span>
    </li>
  );
}

function wentText({ missed, wrong, assessed }: NamedPoint): string {
  const parts = [missed > 0 && `missed ${missed}`, wrong > 0 && `said wrongly ${wrong}`];
  const said = parts.filter((part) => part !== false).join(" and ");
  return `${said} of ${counted(assessed, "time")}`;
}

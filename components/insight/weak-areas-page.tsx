import Link from "next/link";
import { Message } from "@/components/ui/message";
import { PageTitle } from "@/components/ui/page-title";
import { studyAddress } from "@/lib/domain/study-scope";
import { ratedIn, recallPercent } from "@/lib/domain/topic";
import { ENOUGH_IN_AREA, type MissedPoint, NOTHING_WEAK, tooFewText } from "@/lib/domain/weakness";
import type { WeakAreasView, WeakAreaView } from "@/lib/wire/topics";
import styles from "./weak-areas.module.css";

/** Where recall is worst, and a way to study just that. */
export function WeakAreasPage({ figures, enough, areas, beyond }: WeakAreasView) {
  if (areas.length === 0)
    return (
      <Message
        title={enough ? "No topic is weak" : "Not enough to say yet"}
        links={[{ href: "/study", text: "Study" }]}
      >
        {enough ? NOTHING_WEAK : tooFewText(figures)}
      </Message>
    );
  return (
    <main id="main" className={styles.page}>
      <PageTitle>Weak areas</PageTitle>
      <h1>Weak areas</h1>
      <p className={styles.rests}>
        Where you would recall less today than you want to, the least first: predicted by FSRS-6
        from the {ratedIn(figures)} questions that you graded before today. A topic with fewer than{" "}
        {ENOUGH_IN_AREA} of them is told with the one around it.
      </p>
      <ol className={styles.areas}>
        {areas.map((area) => (
          <AreaEntry key={area.path} area={area} />
        ))}
      </ol>
      {beyond > 0 && (
        <p className={styles.rests}>
          {beyond} more {beyond === 1 ? "topic is" : "topics are"} weak, and less so.
        </p>
      )}
    </main>
  );
}

function AreaEntry({ area }: { area: WeakAreaView }) {
  const { path, titles, missed } = area;
  const title = titles.join(" › ");
  const percent = recallPercent(area.recall);
  return (
    <li>
      <div className={styles.area}>
        <Link href={`/topics/${path}`} prefetch={false} className={styles.title}>
          {title}
        </Link>
        <span className={styles.recall}>{percent}&nbsp;%</span>
        <meter min={0} max={100} value={percent} aria-label={`Predicted recall of ${title}`} />
        <span className={styles.facts}>{factsText(area)}</span>
        <Link
          href={studyAddress({ topic: path, weakest: true })}
          prefetch={false}
          className={styles.study}
        >
          Study these<span className="visually-hidden">: {title}</span>
        </Link>
        <Link
          href={studyAddress({ mode: "practice", topic: path })}
          prefetch={false}
          className={styles.study}
        >
          Practise<span className="visually-hidden">: {title}</span>
        </Link>
      </div>
      {missed.length > 0 && <MissedPoints title={title} points={missed} />}
    </li>
  );
}

/** What the figure rests on, and what else there is. */
function factsText(area: WeakAreaView): string {
  const { gradedToday, questions, lapses } = area;
  const parts = [
    `recall of ${ratedIn(area)}`,
    gradedToday > 0 && `${gradedToday} graded today`,
    `${questions} in all`,
    `${lapses === 0 ? "none" : lapses} forgotten`,
  ];
  return parts.filter((part) => part !== false).join(", ");
}

function MissedPoints({ title, points }: { title: string; points: MissedPoint[] }) {
  return (
    <ul className={styles.missed} aria-label={`Points missed most in ${title}`}>
      {points.map(({ id, text, questionId, missed, assessed }) => (
        <li key={id}>
          <Link href={`/questions/${questionId}`} prefetch={false}>
            {text}
          </Link>{" "}
          <span>
            missed {missed} of {assessed} {assessed === 1 ? "time" : "times"}
          </span>
        </li>
      ))}
    </ul>
  );
}

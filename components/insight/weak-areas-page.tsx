import Link from "next/link";
import { Message } from "@/components/ui/message";
import { PageTitle } from "@/components/ui/page-title";
import { studyAddress } from "@/lib/domain/study-scope";
import { recallPercent } from "@/lib/domain/topic";
import type { MissedPoint } from "@/lib/domain/weakness";
import type { WeakAreasView, WeakAreaView } from "@/lib/wire/topics";
import styles from "./weak-areas.module.css";

/** Where recall is worst, and a way to study just that. */
export function WeakAreasPage({ seen, enough, areas, beyond }: WeakAreasView) {
  if (areas.length === 0)
    return (
      <Message title="Not enough to say yet" links={[{ href: "/study", text: "Study" }]}>
        You have studied {seen} of the {enough} questions that it takes to tell weak areas apart.
      </Message>
    );
  return (
    <main id="main" className={styles.page}>
      <PageTitle>Weak areas</PageTitle>
      <h1>Weak areas</h1>
      <p className={styles.rests}>
        Where you would recall least today, predicted by FSRS-6 from the {seen} questions that you
        have seen. A topic with few of them is placed by the topic around it too.
      </p>
      <ol className={styles.areas}>
        {areas.map((area) => (
          <AreaEntry key={area.path} area={area} />
        ))}
      </ol>
      {beyond > 0 && <p className={styles.rests}>{beyond} more topics are stronger than these.</p>}
    </main>
  );
}

function AreaEntry({ area }: { area: WeakAreaView }) {
  const { path, titles, questions, seen, lapses, missed } = area;
  const title = titles.join(" › ");
  const percent = recallPercent(area) ?? 0;
  return (
    <li>
      <div className={styles.area}>
        <Link href={`/topics/${path}`} prefetch={false} className={styles.title}>
          {title}
        </Link>
        <span className={styles.recall}>{percent}&nbsp;%</span>
        <meter min={0} max={100} value={percent} aria-label={`Predicted recall of ${title}`} />
        <span className={styles.facts}>
          {seen} of {questions} seen, {lapses === 0 ? "none" : lapses} forgotten
        </span>
        <Link
          href={studyAddress({ topic: path, weakest: true })}
          prefetch={false}
          className={styles.study}
        >
          Study these<span className="visually-hidden">: {title}</span>
        </Link>
      </div>
      {missed.length > 0 && <MissedPoints title={title} points={missed} />}
    </li>
  );
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

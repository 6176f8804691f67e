import Link from "next/link";
import { Message } from "@/components/ui/message";
import { PageTitle } from "@/components/ui/page-title";
import { sumOfFigures, type TopicNode } from "@/lib/domain/topic";
import { ENOUGH_SEEN, type WeakArea, weakAreas } from "@/lib/domain/weakness";
import styles from "./weak-areas.module.css";

const MOST_SHOWN = 30;

/** Where recall is worst, and a way to study just that. */
export function WeakAreasPage({ topics }: { topics: TopicNode[] }) {
  const { seen } = sumOfFigures(topics);
  if (seen < ENOUGH_SEEN)
    return (
      <Message title="Not enough to say yet" links={[{ href: "/study", text: "Study" }]}>
        You have studied {seen} of the {ENOUGH_SEEN} questions that it takes to tell weak areas
        apart.
      </Message>
    );
  const areas = weakAreas(topics);
  const beyond = areas.length - MOST_SHOWN;
  return (
    <main id="main" className={styles.page}>
      <PageTitle>Weak areas</PageTitle>
      <h1>Weak areas</h1>
      <p className={styles.rests}>
        Where you would recall least today, predicted by FSRS-6 from the {seen} questions that you
        have studied. A topic with few of them is judged by the topic around it too.
      </p>
      <ol className={styles.areas}>
        {areas.slice(0, MOST_SHOWN).map((area) => (
          <Area key={area.path} area={area} />
        ))}
      </ol>
      {beyond > 0 && <p className={styles.rests}>{beyond} more topics are stronger than these.</p>}
    </main>
  );
}

function Area({ area: { path, titles, recall, questions, seen, lapses } }: { area: WeakArea }) {
  const title = titles.join(" › ");
  const percent = Math.round(recall * 100);
  return (
    <li>
      <Link href={`/topics/${path}`} prefetch={false} className={styles.title}>
        {title}
      </Link>
      <span className={styles.recall}>{percent}&nbsp;%</span>
      <meter min={0} max={100} value={percent} aria-label={`Predicted recall of ${title}`} />
      <span className={styles.facts}>
        {seen} of {questions} seen, {lapses === 0 ? "none" : lapses} forgotten
      </span>
      <Link
        href={`/study?${new URLSearchParams({ topic: path }).toString()}`}
        prefetch={false}
        className={styles.study}
      >
        Study these<span className="visually-hidden">: {title}</span>
      </Link>
    </li>
  );
}

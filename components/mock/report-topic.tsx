import Link from "next/link";
import { CoreMark } from "@/components/own-words/core-mark";
import { firstLine } from "@/lib/domain/first-line";
import { tookText } from "@/lib/domain/mock-clock";
import { meanScore, type MockPoint, pointsText } from "@/lib/domain/mock-score";
import { shareText } from "@/lib/domain/mock-texts";
import type { PointOutcome } from "@/lib/domain/point-history";
import { RATING_NAMES } from "@/lib/domain/rating";
import type { MockScored } from "@/lib/wire/mock";
import { FollowUps } from "./follow-ups";
import styles from "./mock.module.css";

type Props = { title: string; items: readonly MockScored[]; limitMs: number };

/** The questions of a topic as they were scored. */
export function ReportTopic({ title, items, limitMs }: Props) {
  const score = meanScore(items);
  return (
    <section className={styles.topic} aria-label={title}>
      <div className={styles.topicLine}>
        <h2>{title}</h2>
        <p>{[score !== null && shareText(score), pointsText(items)].filter(Boolean).join(", ")}</p>
      </div>
      {items.map((item) => (
        <Scored key={item.questionId} item={item} limitMs={limitMs} />
      ))}
    </section>
  );
}

function Scored({ item, limitMs }: { item: MockScored; limitMs: number }) {
  const { questionId, prompt, topicPath, rating, durationMs, points, followUps, sibling } = item;
  const facts = [
    topicPath.slice(1).join(" › "),
    RATING_NAMES[rating],
    tookText(durationMs, limitMs),
  ];
  return (
    <article className={styles.scored}>
      <h3>
        <Link href={`/questions/${questionId}`} prefetch={false}>
          {firstLine(prompt)}
        </Link>
      </h3>
      <p className={styles.facts}>{facts.filter(Boolean).join(", ")}</p>
      {points.length === 0 ? (
        <p className={styles.facts}>No point was marked: its grade speaks for it.</p>
      ) : (
        <ul className={styles.outcomes}>
          {points.map((point) => (
            <Outcome key={point.text} point={point} />
          ))}
        </ul>
      )}
      <FollowUps level={4} followUps={followUps} sibling={sibling} />
    </article>
  );
}

const SIGNS: Record<PointOutcome, string> = { recalled: "●", missed: "○", wrong: "✕" };
const WORDS: Record<PointOutcome, string> = {
  recalled: "given",
  missed: "missed",
  wrong: "said wrongly",
};

function Outcome({ point: { text, core, outcome } }: { point: MockPoint }) {
  return (
    <li data-outcome={outcome}>
      <span aria-hidden="true">{SIGNS[outcome]}</span>
      <span>
        {text} {core && <CoreMark />}
      </span>
      <span className={styles.outcome}>{WORDS[outcome]}</span>
    </li>
  );
}

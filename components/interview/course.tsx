import type { PastReadiness } from "@/lib/domain/course";
import { recallPercent } from "@/lib/domain/topic";
import styles from "./interview.module.css";

type Props = {
  past: PastReadiness[] | null;
  today: number;
  /** Readiness now; null where nothing can be told. */
  now: number | null;
};

const WIDTH = 320;
const HEIGHT = 80;
const EDGE = 4;

/** How readiness went in the weeks before, as a line, and in words. */
export function Course({ past, today, now }: Props) {
  return (
    <section aria-labelledby="course">
      <h2 id="course">How has it gone?</h2>
      <CourseTold past={past} today={today} now={now} />
    </section>
  );
}

function CourseTold({ past, today, now }: Props) {
  if (past === null)
    return <p className={styles.about}>Your history was too long to be read in a minute.</p>;
  if (past.length === 0 || now === null)
    return <p className={styles.about}>There is no day before today to tell of yet.</p>;
  const all = [...past, { studyDay: today, readiness: now }];
  return (
    <>
      <Line all={all} today={today} />
      <p className={styles.ends} aria-hidden="true">
        <span>{agoText(today - (past[0]?.studyDay ?? today))}</span>
        <span>today</span>
      </p>
      <p className={styles.about}>{inWords(past, today, now)}</p>
    </>
  );
}

function Line({ all, today }: { all: PastReadiness[]; today: number }) {
  const first = all[0]?.studyDay ?? today;
  const x = (day: number) =>
    EDGE + ((day - first) / Math.max(1, today - first)) * (WIDTH - 2 * EDGE);
  const y = (recall: number) => EDGE + (1 - recall) * (HEIGHT - 2 * EDGE);
  const points = all.map(({ studyDay, readiness }) => [x(studyDay), y(readiness)] as const);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.course} aria-hidden="true">
      {[0, 0.5, 1].map((recall) => (
        <line key={recall} x1={EDGE} x2={WIDTH - EDGE} y1={y(recall)} y2={y(recall)} />
      ))}
      <path d={points.map(([px, py], i) => `${i === 0 ? "M" : "L"}${px} ${py}`).join("")} />
      {points.map(([px, py]) => (
        <circle key={px} cx={px} cy={py} r={2} />
      ))}
    </svg>
  );
}

/** From the first day told of, by the one in the middle, to now. */
function inWords(past: readonly PastReadiness[], today: number, now: number): string {
  const middle = past.length > 3 ? past[Math.floor(past.length / 2)] : undefined;
  const told = [past[0], middle].flatMap((one) => one ?? []);
  const parts = told.map(
    ({ studyDay, readiness }) => `${recallPercent(readiness)}\u00a0% ${agoText(today - studyDay)}`,
  );
  return `${[...parts, `${recallPercent(now)}\u00a0% now`].join(", ")}: for the interview's day, by what was graded until then, of the questions that you have today.`;
}

function agoText(days: number): string {
  if (days % 7 === 0) return days === 7 ? "a week ago" : `${days / 7} weeks ago`;
  return days === 1 ? "yesterday" : `${days} days ago`;
}

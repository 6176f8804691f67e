import { counted } from "@/lib/domain/counted";
import styles from "./today.module.css";

type Props = {
  /** A day each, today last. */
  answers: readonly number[];
  today: number;
};

/** The answers of the last weeks in one line: a stroke a day, and in words. */
export function LastWeeks({ answers, today }: Props) {
  const total = answers.reduce((sum, count) => sum + count, 0);
  const days = answers.filter((count) => count > 0).length;
  const most = Math.max(1, ...answers);
  return (
    <section aria-labelledby="weeks">
      <h2 id="weeks">The last four weeks</h2>
      <svg
        className={styles.weeks}
        viewBox={`0 0 ${answers.length * DAY} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {answers.map((count, i) => {
          // A day without an answer is a day too.
          const height = count === 0 ? 1 : Math.max(2, (count / most) * HEIGHT);
          const y = HEIGHT - height;
          return (
            <rect key={`${i - answers.length}`} x={i * DAY} y={y} width={WIDE} height={height} />
          );
        })}
      </svg>
      <p>
        {counted(total, "answer")} on {counted(days, "day")}. {doneText(today)}
      </p>
    </section>
  );
}

const DAY = 8;
const WIDE = 5;
const HEIGHT = 32;

function doneText(answered: number): string {
  if (answered === 0) return "You have answered nothing yet today.";
  return `You have answered ${answered === 1 ? "once" : `${answered} times`} today.`;
}

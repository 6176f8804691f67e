import type { MemoryView } from "@/lib/domain/memory";
import { spokenTime } from "@/lib/domain/spoken-time";
import styles from "./browse.module.css";

/** What the model knows of the learner's memory of a question, in words and numbers. */
export function MemorySummary({
  memory,
  now,
  zone,
}: {
  memory: MemoryView;
  now: Date;
  zone: string;
}) {
  const { stability, difficulty, dueAt, reps, lapses, buriedUntil } = memory;
  const putOff =
    buriedUntil && buriedUntil > now ? `Put off until ${spokenTime(buriedUntil, now, zone)}. ` : "";
  if (stability === null || difficulty === null || dueAt === null)
    return <p className={styles.memory}>{putOff}You have not studied this question yet.</p>;
  const due = dueAt <= now ? "Due now" : `Due ${spokenTime(dueAt, now, zone)}`;
  return (
    <>
      <p className={styles.memory}>
        {putOff}
        {due}. {STATES[memory.state]} Reviewed {times(reps)}
        {lapses > 0 && `, forgotten ${times(lapses)}`}.
      </p>
      <dl className={styles.numbers}>
        <div>
          <dt>Predicted recall</dt>
          <dd>{recallText(memory.retrievability)}</dd>
        </div>
        <div>
          <dt>Stability</dt>
          <dd>{daysText(stability)} until recall falls to 90&nbsp;%</dd>
        </div>
        <div>
          <dt>Difficulty</dt>
          <dd>{difficulty.toFixed(1)} of 10</dd>
        </div>
      </dl>
    </>
  );
}

const STATES = {
  new: "",
  learning: "You are learning it.",
  review: "You know it.",
  relearning: "You forgot it, and are learning it again.",
};

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

function daysText(days: number): string {
  return days < 0.95 ? "Less than a day" : `${days.toFixed(1)} days`;
}

/** FSRS says nothing of recall within a day: there it is 1 by definition. */
function recallText(recall: number | null): string {
  if (recall === null || recall === 1) return "Graded today";
  return `${Math.round(recall * 100)}\u00a0% now`;
}

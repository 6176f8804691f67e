import type { MemoryView } from "@/lib/domain/memory";
import { spokenTime } from "@/lib/domain/spoken-time";
import { recallPercent } from "@/lib/domain/topic";
import styles from "./browse.module.css";

type Props = {
  memory: MemoryView;
  /** When it comes up; null when it won't, or was never seen. */
  comesUpAt: Date | null;
  now: Date;
  zone: string;
};

/** What the model knows of the learner's memory of a question, in words and numbers. */
export function MemorySummary({ memory, comesUpAt, now, zone }: Props) {
  const { stability, difficulty, reps, lapses } = memory;
  const away = awayText(memory, now, zone);
  if (stability === null || difficulty === null)
    return <p className={styles.memory}>{away}You have not studied this question yet.</p>;
  const due = comesUpAt && away === "" ? `${dueText(comesUpAt, now, zone)}. ` : "";
  return (
    <>
      <p className={styles.memory}>
        {recallSentence(memory.retrievability)}
        {away}
        {due}
        {STATES[memory.state]} Reviewed {times(reps)}
        {lapses > 0 && `, forgotten ${times(lapses)}`}.
      </p>
      <details>
        <summary>What that is told from</summary>
        <dl className={styles.numbers}>
          <div>
            <dt>Stability</dt>
            <dd>{daysText(stability)} until recall falls to 90&nbsp;%</dd>
          </div>
          <div>
            <dt>Difficulty</dt>
            <dd>{difficulty.toFixed(1)} of 10</dd>
          </div>
        </dl>
      </details>
    </>
  );
}

/** Why it does not come up, whenever it is due; empty where it does. */
function awayText({ suspended, buriedUntil }: MemoryView, now: Date, zone: string): string {
  if (suspended) return "Suspended: it does not come up. ";
  if (!buriedUntil || buriedUntil <= now) return "";
  return `Put off until ${spokenTime(buriedUntil, now, zone)}. `;
}

const STATES = {
  new: "",
  learning: "You are learning it.",
  review: "",
  relearning: "You forgot it, and are learning it again.",
};

function dueText(at: Date, now: Date, zone: string): string {
  return at <= now ? "Due now" : `Due ${spokenTime(at, now, zone)}`;
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

function daysText(days: number): string {
  return days < 0.95 ? "Less than a day" : `${days.toFixed(1)} days`;
}

/** FSRS says nothing of recall within a day: there it is 1 by definition. */
function recallSentence(recall: number | null): string {
  if (recall === null || recall === 1) return "You graded it today. ";
  return `You would recall it today with about ${recallPercent(recall)}\u00a0%. `;
}

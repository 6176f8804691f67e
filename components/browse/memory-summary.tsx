import { spokenTime } from "@/lib/domain/spoken-time";
import styles from "./browse.module.css";

export type MemoryFacts = {
  state: "new" | "learning" | "review" | "relearning";
  stability: number | null;
  difficulty: number | null;
  dueAt: Date | null;
  lastReviewedAt: Date | null;
  reps: number;
  lapses: number;
  suspended: boolean;
  buriedUntil: Date | null;
  flagged: boolean;
};

/** What the model knows of the learner's memory of a question. */
export function MemorySummary({
  memory,
  now,
  zone,
}: {
  memory: MemoryFacts;
  now: Date;
  zone: string;
}) {
  const { state, stability, difficulty, dueAt, reps, lapses, buriedUntil } = memory;
  const putOff =
    buriedUntil && buriedUntil > now ? `Put off until ${spokenTime(buriedUntil, now, zone)}. ` : "";
  if (state === "new" || stability === null || difficulty === null || dueAt === null)
    return <p className={styles.memory}>{putOff}You have not studied this question yet.</p>;
  const due = dueAt <= now ? "Due now" : `Due ${spokenTime(dueAt, now, zone)}`;
  return (
    <p className={styles.memory}>
      {putOff}
      {due}. Reviewed {reps} {reps === 1 ? "time" : "times"}
      {lapses > 0 && `, forgotten ${lapses} ${lapses === 1 ? "time" : "times"}`}. Stability{" "}
      {stability.toFixed(1)} days, difficulty {difficulty.toFixed(1)} of 10.
    </p>
  );
}

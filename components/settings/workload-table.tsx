import type { Workload } from "@/lib/wire/settings";
import styles from "./settings.module.css";

/** What the desired retention means in reviews a day, with others beside it. */
export function WorkloadTable({ workload }: { workload: Workload | null }) {
  if (!workload)
    return (
      <p className={styles.workload}>
        What this means in reviews a day: not enough to say yet. It takes questions that you have
        studied.
      </p>
    );
  const { questions, rows } = workload;
  const chosen = rows.find((row) => row.chosen);
  return (
    <div className={styles.workload}>
      {chosen && (
        <p>
          At this retention {perDay(chosen.reviewsPerDay)} a day, from the{" "}
          {questions === 1 ? "one question" : `${questions} questions`} you have studied. New
          questions add to it.
        </p>
      )}
      <table>
        <caption className="visually-hidden">Reviews a day by desired retention</caption>
        <thead>
          <tr>
            <th scope="col">Retention</th>
            <th scope="col">Reviews a day</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.desiredRetention} data-chosen={row.chosen}>
              <th scope="row">
                {Math.round(row.desiredRetention * 1000) / 10} %{row.chosen && ", yours"}
              </th>
              <td>{perDay(row.reviewsPerDay)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function perDay(reviews: number): string {
  return reviews < 1 ? "less than 1" : `about ${Math.round(reviews)}`;
}

import { RATING_NAMES } from "@/lib/domain/rating";
import type { CoverageFigures } from "@/lib/wire/settings";
import styles from "./settings.module.css";

/** What became of the grades that ticks proposed. */
export function CoverageTable({ coverage }: { coverage: CoverageFigures }) {
  const { assessed, needed, overridden, rows } = coverage;
  if (assessed < needed)
    return (
      <p className={styles.workload}>
        What the grades that ticks propose are worth: not enough reviews with ticks to say (
        {assessed} of {needed}).
      </p>
    );
  return (
    <div className={styles.workload}>
      <p>
        You gave another grade than the one proposed in {overridden} of {assessed} reviews (
        {percent(overridden, assessed)}).
      </p>
      <table>
        <caption>How often the next review went well, by the grade that ticks proposed</caption>
        <thead>
          <tr>
            <th scope="col">Proposed</th>
            <th scope="col">Next time recalled</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ proposed, reviewed, succeeded }) => (
            <tr key={proposed}>
              <th scope="row">{RATING_NAMES[proposed]}</th>
              <td>
                {percent(succeeded, reviewed)} ({succeeded} of {reviewed})
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function percent(part: number, of: number): string {
  return `${Math.round((100 * part) / of)} %`;
}

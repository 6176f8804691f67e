import Link from "next/link";
import { mockReportAddress } from "@/lib/domain/mock";
import { rangeText, shareText } from "@/lib/domain/mock-texts";
import { spokenMoment } from "@/lib/domain/spoken-time";
import type { MockHeld } from "@/lib/wire/mock";
import styles from "./mock.module.css";

type Props = {
  mocks: readonly MockHeld[];
  zone: string;
  /** The one that the page is about. */
  here?: string;
};

/** Mock interviews that were held, with what was given and what that measured. */
export function EarlierMocks({ mocks, zone, here }: Props) {
  if (mocks.length === 0) return null;
  return (
    <section aria-labelledby="earlier" className={styles.earlier}>
      <h2 id="earlier">{here === undefined ? "Earlier ones" : "Beside the others"}</h2>
      <div className={styles.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Of</th>
              <th scope="col">Given</th>
              <th scope="col">Measured of all</th>
            </tr>
          </thead>
          <tbody>
            {mocks.map((mock) => (
              <tr key={mock.id}>
                <th scope="row">
                  {mock.id === here ? (
                    <strong>{spokenMoment(mock.startedAt, zone)}</strong>
                  ) : (
                    <Link href={mockReportAddress(mock.id)} prefetch={false}>
                      {spokenMoment(mock.startedAt, zone)}
                    </Link>
                  )}
                </th>
                <td>
                  {mock.about}, {scoredText(mock)}
                </td>
                <td>{mock.score === null ? "–" : shareText(mock.score)}</td>
                <td>{mock.estimate ? rangeText(mock.estimate) : "not measured"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function scoredText({ scored, questions }: MockHeld): string {
  return scored === questions ? `${questions} questions` : `${scored} of ${questions} scored`;
}

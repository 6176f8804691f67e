import type { AsksShown, OpenAsks } from "@/lib/wire/asks";
import type { Answer } from "./answer-form";
import { AskOfTwo } from "./ask-of-two";
import styles from "./asks.module.css";
import { MissingAsk } from "./missing-ask";
import { PairAsk } from "./pair-ask";
import { ShowMore } from "./show-more";

type Props = { asks: OpenAsks; shown: AsksShown; answer: Answer };

/** What taking documents in left for the learner to say. Nothing is lost until then. */
export function Asks({ asks: { missing, ofTwo, pairs, more }, shown, answer }: Props) {
  const listed = missing.length + ofTwo.length + pairs.length;
  const count = listed + more;
  if (count === 0) return null;
  return (
    <section aria-labelledby="asks" className={styles.asks}>
      <h2 id="asks" tabIndex={-1}>
        {count === 1 ? "One thing to decide" : `${count} things to decide`}
      </h2>
      <p className={styles.about}>
        Rehearse could not tell these by itself. Nothing is lost, whatever you answer and whenever.
      </p>
      <ul className={styles.list}>
        {missing.map((ask) => (
          <li key={ask.id}>
            <MissingAsk {...ask} answer={answer} />
          </li>
        ))}
        {ofTwo.map((ask) => (
          <li key={ask.id}>
            <AskOfTwo {...ask} answer={answer} />
          </li>
        ))}
        {pairs.map((pair) => (
          <li key={pair.id}>
            <PairAsk {...pair} answer={answer} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className={styles.more}>
          {shown === "few" ? (
            <ShowMore
              href="/documents?asks=all"
              focus={`[aria-labelledby="asks"] > ul > li:nth-child(${listed + 1}) h3`}
            >
              Show more
            </ShowMore>
          ) : (
            `${more} more follow when these are answered.`
          )}
        </p>
      )}
    </section>
  );
}

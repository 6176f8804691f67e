import Link from "next/link";
import { searchAddress, toggled } from "@/lib/domain/search-address";
import { SEARCH_STATES, type SearchState } from "@/lib/domain/search-query";
import styles from "./search.module.css";

/** Filters by what questions are like, each a link that adds it to what was typed, or takes it away. */
export function StateLinks({ typed }: { typed: string }) {
  return (
    <nav aria-label="Only questions that are">
      <ul className={styles.states}>
        {SEARCH_STATES.map((state) => {
          const to = toggled(typed, state);
          const isOn = to.length < typed.length;
          return (
            <li key={state}>
              <Link
                href={searchAddress(to)}
                prefetch={false}
                className={styles.state}
                data-on={isOn}
                aria-current={isOn || undefined}
              >
                {STATES[state]}
                {isOn && <span aria-hidden="true">{"\u00a0"}×</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

const STATES: Record<SearchState, string> = {
  due: "Due",
  new: "New",
  seen: "Seen",
  slipping: "Slipping",
  flagged: "Flagged",
  leech: "Leeches",
  asked: "Asked",
  buried: "Put off",
  suspended: "Suspended",
  unanswered: "Without an answer",
};

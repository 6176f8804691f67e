import { PageTitle } from "@/components/ui/page-title";
import { spokenMoment } from "@/lib/domain/spoken-time";
import type { SessionSummary as Summary } from "@/lib/wire/session";
import styles from "./session-end.module.css";
import { SessionSummary } from "./session-summary";

/** A session that was, at its own address. */
export function SessionPage({ startedAt, zone, name, ...summary }: Summary) {
  return (
    <main id="main" className={styles.end}>
      <PageTitle>Session</PageTitle>
      <p className={styles.about}>
        {name ?? "Session"}, {spokenMoment(startedAt, zone)}
      </p>
      <SessionSummary {...summary} />
    </main>
  );
}

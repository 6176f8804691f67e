"use client";

import button from "./button.module.css";
import styles from "./outbox-notice.module.css";
import type { Outbox } from "./use-outbox";

/** What the server does not have: what waits to be sent, and what it would not take. */
export function OutboxNotice({ outbox }: { outbox: Outbox }) {
  const { unsent, refused, problem, send, dismiss } = outbox;
  if (unsent === 0 && refused.length === 0 && problem === null) return null;
  return (
    <aside className={styles.notice} aria-label="Not sent yet">
      {problem && <p role="alert">{problem}</p>}
      {unsent > 0 && (
        <p>
          {unsent} {unsent === 1 ? "review" : "reviews"} to send, kept here until the server
          answers.{" "}
          <button type="button" className={button.button} onClick={() => void send()}>
            Send now
          </button>
        </p>
      )}
      {refused.map(({ id, refused: reason }) => (
        <p key={id}>
          The server did not take one of your answers: {reason}{" "}
          <button type="button" className={button.button} onClick={() => void dismiss(id)}>
            Put away
          </button>
        </p>
      ))}
    </aside>
  );
}

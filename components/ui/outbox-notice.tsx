"use client";

import { useEffect } from "react";
import { outbox } from "@/lib/offline/outbox";
import { type OutboxEntry, undoneBy } from "@/lib/offline/outbox-entry";
import type { Delay } from "@/lib/offline/post-batch";
import { waitingText } from "@/lib/offline/waiting-text";
import button from "./button.module.css";
import styles from "./outbox-notice.module.css";
import { useOutbox } from "./use-outbox";

/**
 * What the server does not have: what waits to be sent, and what it would not take. On every page,
 * and sends from each what an earlier one left.
 */
export function OutboxNotice() {
  const { waiting, delay, refused, isKept } = useOutbox();
  const unsent = waiting.length;
  useEffect(() => void outbox.send().catch(() => undefined), []);
  const isLostWithPage = unsent > 0 && !isKept;
  useEffect(() => {
    if (!isLostWithPage) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isLostWithPage]);

  if (unsent === 0 && refused.length === 0 && isKept) return null;
  return (
    <aside className={styles.notice} aria-label="Not sent yet">
      {!isKept && (
        <p role="alert">
          Your browser keeps nothing here: it is a private window, or its storage is full. Each
          answer is sent at once. {unsent > 0 && "Leave this page open until they are sent."}
        </p>
      )}
      {unsent > 0 && (
        <p>
          {waitingText(waiting)}, kept here until {delay && UNTIL[delay.kind]}
          {delay?.kind === "odd" && ` It answers ${delay.status}, as Rehearse would not.`}{" "}
          <button type="button" className={button.button} onClick={() => void outbox.send()}>
            Send now
          </button>
        </p>
      )}
      {refused.map((entry) => (
        <p key={entry.id}>
          {refusedText(entry)}{" "}
          <button
            type="button"
            className={button.button}
            onClick={() => void outbox.dismiss(entry.id)}
          >
            Put away
          </button>
        </p>
      ))}
    </aside>
  );
}

const UNTIL: Record<Delay["kind"], string> = {
  unreachable: "the server answers.",
  busy: "the server is less busy.",
  "no room": "there is room again on the server’s disk. It is full.",
  odd: "the server is well.",
};

/** Another device may have overtaken what was to be taken back. */
function refusedText(entry: OutboxEntry): string {
  const what =
    undoneBy(entry) === null
      ? "The server did not take one of your answers"
      : "What you took back here stands on the server";
  return `${what}: ${entry.refused ?? ""}`;
}

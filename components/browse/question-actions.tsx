"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { v7 as uuidv7 } from "uuid";
import button from "@/components/ui/button.module.css";
import { outbox } from "@/lib/offline/outbox";
import styles from "./browse.module.css";

type Props = { questionId: string; memory: { suspended: boolean; flagged: boolean } };

/** What a learner can decide about a question, and take back. */
export function QuestionActions({ questionId, memory: { suspended, flagged } }: Props) {
  const router = useRouter();
  const [busy, startTransition] = useTransition();

  function act(kind: "suspend" | "resume" | "flag") {
    startTransition(async () => {
      const id = uuidv7();
      const at = new Date().toISOString();
      await outbox.add({ id, kind: "action", action: { id, kind, questionId, at } });
      router.refresh();
    });
  }
  return (
    <div className={styles.actions}>
      <button
        type="button"
        className={button.button}
        disabled={busy}
        onClick={() => act(suspended ? "resume" : "suspend")}
      >
        {suspended ? "Resume" : "Suspend"}
      </button>
      <button type="button" className={button.button} disabled={busy} onClick={() => act("flag")}>
        {flagged ? "Take the flag off" : "Flag"}
      </button>
      {suspended && <span>Suspended: it does not come up.</span>}
    </div>
  );
}

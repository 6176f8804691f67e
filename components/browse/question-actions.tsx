"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { v7 as uuidv7 } from "uuid";
import button from "@/components/ui/button.module.css";
import { useAlive } from "@/components/ui/use-alive";
import { outbox } from "@/lib/offline/outbox";
import styles from "./browse.module.css";

type Props = { questionId: string; memory: { suspended: boolean; flagged: boolean } };

/** What a learner can decide about a question, and take back. */
export function QuestionActions({ questionId, memory: { suspended, flagged } }: Props) {
  const router = useRouter();
  const isAlive = useAlive();
  const [busy, startTransition] = useTransition();
  const [said, setSaid] = useState(suspended ? IS_NOW.suspend : "");

  function act(kind: "suspend" | "resume" | "flag", isNow: string) {
    startTransition(async () => {
      const id = uuidv7();
      const at = new Date().toISOString();
      await outbox.add({ id, kind: "action", action: { id, kind, questionId, at } });
      setSaid(isNow);
      router.refresh();
    });
  }
  return (
    <div className={styles.actions}>
      <button
        type="button"
        className={button.button}
        disabled={busy || !isAlive}
        onClick={() => (suspended ? act("resume", IS_NOW.resume) : act("suspend", IS_NOW.suspend))}
      >
        {suspended ? "Resume" : "Suspend"}
      </button>
      <button
        type="button"
        className={button.button}
        disabled={busy || !isAlive}
        onClick={() => act("flag", flagged ? IS_NOW.unflag : IS_NOW.flag)}
      >
        {flagged ? "Take the flag off" : "Flag"}
      </button>
      <span role="status">{said}</span>
    </div>
  );
}

const IS_NOW = {
  suspend: "Suspended: it does not come up.",
  resume: "It comes up again.",
  flag: "Flagged.",
  unflag: "The flag is off.",
};

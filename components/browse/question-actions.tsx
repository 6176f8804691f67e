"use client";

import { useState } from "react";
import { KeyList } from "@/components/study/key-list-when-asked";
import { MoreMenu } from "@/components/study/more-menu";
import { UndoHint } from "@/components/study/undo-hint";
import { useLastAct } from "@/components/study/use-last-act";
import { usePageActs } from "@/components/study/use-page-acts";
import { useStudyKeys } from "@/components/study/use-study-keys";
import button from "@/components/ui/button.module.css";
import type { PageAct } from "@/lib/offline/act-on-question";
import { useAlive } from "@/components/ui/use-alive";
import styles from "./browse.module.css";

type Props = {
  questionId: string;
  name: string;
  memory: { suspended: boolean; flagged: boolean };
  /** Whether it is put off until a later study day. */
  isPutOff: boolean;
};

/** What a learner can decide about a question, by button, menu or key, and take back. */
export function QuestionActions({ questionId, name, memory, isPutOff }: Props) {
  const { suspended, flagged } = memory;
  const isAlive = useAlive();
  const { isBusy, notice, act, undo } = usePageActs();
  const last = useLastAct();
  const [listsKeys, setListsKeys] = useState(false);
  const question = { questionId, name, flagged };

  // What the page shows is what a key turns over: another one waits until it shows that.
  const put = (kind: PageAct) => !isBusy && act(kind, question);
  const acts = {
    s: () => put(suspended ? "resume" : "suspend"),
    z: () => !suspended && put(isPutOff ? "resume" : "bury"),
    v: () => put("flag"),
    w: () => put("asked"),
    u: () => undo(questionId),
    "?": () => setListsKeys(true),
  };
  useStudyKeys(acts);
  const pause = suspended ? "Resume" : "Suspend";
  const putOff = isPutOff ? "Bring back" : "Put off until tomorrow";
  const flag = flagged ? "Take the flag off" : "Flag";
  return (
    <div className={styles.actions}>
      <PageButton name={pause} isOff={isBusy || !isAlive} run={acts.s} />
      <PageButton name={putOff} isOff={isBusy || !isAlive || suspended} run={acts.z} />
      <PageButton name={flag} isOff={isBusy || !isAlive} run={acts.v} />
      {last && <PageButton name="Undo" isOff={isBusy} run={acts.u} />}
      <MoreMenu
        acts={[
          { name: pause, keyName: "s", run: acts.s },
          { name: putOff, keyName: "z", run: acts.z, isOff: suspended },
          { name: flag, keyName: "v", run: acts.v },
          { name: "I was asked this", keyName: "w", run: acts.w },
          { name: "Undo", keyName: "u", run: acts.u, isOff: !last },
          { name: "Start over as new", keyName: null, run: () => put("reset") },
          { name: "List the keys", keyName: "?", run: acts["?"] },
        ]}
      />
      <p role="status">
        {notice.text} {notice.canUndo && <UndoHint />}
      </p>
      {listsKeys && <KeyList answers={false} onClose={() => setListsKeys(false)} />}
    </div>
  );
}

type PageButtonProps = { name: string; isOff: boolean; run: () => void };

function PageButton({ name, isOff, run }: PageButtonProps) {
  return (
    <button type="button" className={button.button} disabled={isOff} onClick={run}>
      {name}
    </button>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import {
  type ActedOn,
  actOnQuestion,
  type PageAct,
  takeLastBack,
} from "@/lib/offline/act-on-question";
import { outbox } from "@/lib/offline/outbox";
import { saidOf, takenBackText } from "./act-texts";

/** What a page outside of a session does about questions, and what it says of it. */
export function usePageActs() {
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  const [notice, setNotice] = useState({ text: "", canUndo: false });

  function then(done: Promise<void>) {
    startTransition(async () => {
      await done;
      // What the server does not have yet it would not show; and where it is gone, Next has no page.
      if (outbox.state().waiting.length === 0) router.refresh();
    });
  }
  function act(kind: PageAct, question: ActedOn) {
    setNotice({ text: saidOf(kind, question.flagged), canUndo: true });
    then(actOnQuestion(kind, question));
  }
  async function takeBack(shown: string | null) {
    const undone = await takeLastBack();
    const text = undone ? takenBackText(undone, undone.questionId === shown) : NOTHING_LEFT;
    setNotice({ text, canUndo: false });
  }
  /** `shown`: the question that the page is about, if it is about one. */
  const undo = (shown: string | null) => then(takeBack(shown));
  return { isBusy, notice, act, undo };
}

const NOTHING_LEFT = "There is nothing to take back.";

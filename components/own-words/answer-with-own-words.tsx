"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { OwnWords, ShownText } from "@/lib/domain/own-words";
import { Answer } from "./answer";
import type { OwnTextActions } from "./own-text-actions";
import { OwnWordsEditors } from "./own-words-editors";

type Props = {
  questionId: string;
  answerHtml: string | null;
  own: OwnWords<ShownText>;
  actions: OwnTextActions;
  writesAnswer: boolean;
};

/** A question's answers and note on its own page, and what writes the learner's. */
export function AnswerWithOwnWords({ answerHtml, own: given, ...edited }: Props) {
  const router = useRouter();
  const [own, setOwn] = useState(given);

  function keep(next: OwnWords<ShownText>) {
    setOwn(next);
    // Who comes back to the page should not find it as it was.
    router.refresh();
  }
  return (
    <>
      <Answer answerHtml={answerHtml} own={own} />
      <OwnWordsEditors {...edited} own={own} onOwn={keep} />
    </>
  );
}

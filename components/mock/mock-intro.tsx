"use client";

import { useEffect, useRef } from "react";
import { useStudyKeys } from "@/components/study/use-study-keys";
import button from "@/components/ui/button.module.css";
import { counted } from "@/lib/domain/counted";
import type { Mock } from "@/lib/domain/mock";
import { clockText } from "@/lib/domain/mock-clock";
import type { MockAnswer } from "@/lib/offline/mock-progress";
import styles from "./mock.module.css";

type Props = { mock: Mock; answers: readonly MockAnswer[]; onBegin: () => void };

/** Before the first question, and wherever the page was left: what comes, and the way in. */
export function MockIntro({ mock, answers, onBegin }: Props) {
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    page.current?.focus({ preventScroll: true });
  }, []);
  useStudyKeys({ " ": onBegin, Enter: onBegin });
  const { heading, text, go } = whatComes(mock, answers);
  return (
    <main id="main" ref={page} tabIndex={-1} className={styles.page}>
      <h1>{heading}</h1>
      <p>{text}</p>
      <p>
        Nothing is cut off when a question’s time is over. You see no answer before the last
        question; then you score each by its points. The page can be left at any time, and goes on
        where it was.
      </p>
      <button type="button" className={`${button.go} ${button.large}`} onClick={onBegin}>
        {go} <kbd aria-hidden="true">Space</kbd>
      </button>
    </main>
  );
}

function whatComes({ minutes, way, questions }: Mock, answers: readonly MockAnswer[]) {
  const asked = answers.findIndex(({ endedAt }) => endedAt === null);
  const [current] = answers.slice(asked);
  if (asked === -1) {
    const left = answers.filter(({ reviewId }) => reviewId === null).length;
    return {
      heading: "All questions are answered",
      text: `${counted(left, "question")} to be scored by the points of the answer.`,
      go: "Go on scoring",
    };
  }
  const said =
    way === "say" ? "Say your answers aloud: they are recorded" : "Type your answers: they stay";
  const text = `${counted(minutes, "minute")} a question. ${said} in this browser alone.`;
  if (asked === 0 && current?.spentMs === 0)
    return { heading: `${counted(answers.length, "question")}, cold`, text, go: "Begin" };
  return {
    heading: `Question ${questions.length - answers.length + asked + 1} of ${questions.length}`,
    text: `${clockText(current?.spentMs ?? 0)} of its time is used; what you were away does not count. ${text}`,
    go: "Go on",
  };
}
